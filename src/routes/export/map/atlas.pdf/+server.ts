import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { version } from '$app/environment';
import { toMonthText } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { atlasRows, atlasSheets } from '#lib/server/export/atlas.ts';
import { skipBytes, streamed } from '#lib/server/http/attachment.ts';
import { readPaper } from '#lib/server/http/paper-request.ts';
import { streamPdf } from '#lib/server/sheet/sheet-pdf.ts';
import type { RequestHandler } from './$types';

/**
 * The view in an address as an atlas, a page for each commune. The same view of the same data gives the same
 * bytes, so whoever was cut off asks for the rest: `skip=BYTES`, with the tag of the part that is there as
 * `If-Match`. 412 where the data has changed meanwhile. `x-pages` is the number of pages in all.
 */
export const GET: RequestHandler = async ({ url, request }) => {
	const view = await readPaper(url);
	const skip = Number(url.searchParams.get('skip') ?? 0);
	if (!Number.isSafeInteger(skip) || skip < 0) error(400, 'skip-unreadable');
	const asked = new URLSearchParams(url.searchParams);
	asked.delete('skip');
	const made = [asked, getLocale(), view.dataVersion, view.today, version].join(' ');
	const tag = `"${createHash('sha256').update(made).digest('base64url')}"`;
	const match = request.headers.get('if-match');
	if (match !== null && match !== tag) error(412, 'data-changed');
	const file = streamPdf(
		atlasSheets(view, view.province.historyOf(view.track)),
		m.atlas_title(),
		new Date(view.today)
	);
	const answer = streamed(skipBytes(file, skip), `tap-ban-do-${toMonthText(view.month)}.pdf`);
	answer.headers.set('etag', tag);
	answer.headers.set('x-pages', String(atlasRows(view).length));
	return answer;
};
