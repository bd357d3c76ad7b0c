import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Handle } from '@sveltejs/kit';
import { vietnamDate } from '#lib/domain/today.ts';
import { currentDataState } from '../province.ts';
import { openedDatabase } from '../runtime.ts';
import { acceptsGzip, MIN_WORTH_IT } from './compress.ts';
import { AnswerCache } from './answer-cache.ts';

const compress = promisify(gzip);
const MAX_BYTES = 64 * 1024 ** 2;

const cache = new AnswerCache(MAX_BYTES);

/**
 * Answers requests for data that name the current version (`v`) from what was computed and compressed before. Use it
 * where the database is open.
 */
export const reuseAnswers: Handle = async ({ event, resolve }) => {
	const { request, url, isSubRequest } = event;
	const version = url.searchParams.get('v');
	if (
		event.route.id === null ||
		version === null ||
		isSubRequest ||
		request.method !== 'GET' ||
		!url.pathname.startsWith('/api/') ||
		!acceptsGzip(request)
	) {
		return resolve(event);
	}
	const current = await currentDataState(openedDatabase().db).catch(() => undefined);
	if (String(current?.dataVersion) !== version) return resolve(event);
	// A new month adds a step to the timeline though no data changed.
	const key = `${vietnamDate(new Date())} ${url.pathname}${url.search}`;
	const kept = cache.find(version, key);
	if (kept) return new Response(kept.body, { headers: kept.headers });
	const response = await resolve(event);
	return isForGood(response) ? keep(response, version, key) : response;
};

/** Whether an answer is marked as immutable. */
function isForGood({ status, headers }: Response): boolean {
	return (
		status === 200 &&
		headers.get('cache-control')?.includes('immutable') === true &&
		headers.get('content-type')?.startsWith('application/json') === true &&
		!headers.has('content-encoding')
	);
}

async function keep(response: Response, version: string, key: string): Promise<Response> {
	const plain = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	headers.delete('content-length');
	const small = plain.length < MIN_WORTH_IT;
	const body = small ? plain : new Uint8Array(await compress(plain));
	if (!small) headers.set('content-encoding', 'gzip');
	headers.append('vary', 'accept-encoding');
	cache.keep(version, key, { body, headers: [...headers] });
	return new Response(body, { headers });
}
