import { error } from '@sveltejs/kit';

/**
 * Fetches JSON for a page's `load`: a failure becomes the page's error, with a name that the error page knows.
 *
 * @param fetch that of the load, so that the server answers itself without a detour
 */
export async function loadJson<T>(fetch: typeof globalThis.fetch, url: string): Promise<T> {
	const response = await fetch(url).catch(() => error(503, 'server-lost'));
	if (!response.ok) {
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	}
	return (await response.json()) as T;
}
