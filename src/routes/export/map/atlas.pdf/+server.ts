import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { vietnamDate } from '#lib/domain/today.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { skipBytes, streamed } from '#lib/server/http/attachment.ts';
import { makeExport } from '#lib/server/http/exports/answer-export.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import type { RequestHandler } from './$types';

/**
 * The view in an address as an atlas, a page for each commune. The same view of the same data gives the same
 * bytes, so whoever was cut off asks for the rest: `skip=BYTES`, with the tag of the part that is there as
 * `If-Match`. 412 where the data has changed meanwhile. `x-pages` is the number of pages in all.
 */
export const GET: RequestHandler = async (event) => {
	const { url, request } = event;
	const skip = Number(url.searchParams.get('skip') ?? 0);
	if (!Number.isSafeInteger(skip) || skip < 0) error(400, 'skip-unreadable');
	const match = request.headers.get('if-match');
	const { province } = await readProvinceRequest(url);
	if (match !== null && match !== tagOf(url, province.state.dataVersion))
		error(412, 'data-changed');
	const made = await makeExport(event, 'atlas');
	if (made instanceof Response) return made;
	const { head } = made;
	if (!('parts' in made)) throw new Error('An atlas comes in parts.');
	const answer = streamed(skipBytes(made.parts, skip), head.name);
	answer.headers.set('etag', tagOf(url, head.dataVersion));
	answer.headers.set('x-pages', String(head.pages));
	return answer;
};

/** Names the bytes of an atlas: its view, its language, the data, the day and the program. */
function tagOf(url: URL, dataVersion: number): string {
	const asked = new URLSearchParams(url.searchParams);
	asked.delete('skip');
	const made = [asked, getLocale(), dataVersion, vietnamDate(new Date()), version].join(' ');
	return `"${createHash('sha256').update(made).digest('base64url')}"`;
}
