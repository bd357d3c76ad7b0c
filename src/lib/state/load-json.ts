import { error } from '@sveltejs/kit';

/** Stands for this server, whatever it is called. */
const OWN = 'http://own.invalid';

/**
 * Fetches JSON for a page's `load`: a failure becomes the page's error, with a name that the error page knows.
 *
 * Only this server's `/api/` is asked: an address made from a parameter may not lead anywhere else.
 *
 * @param fetch that of the load, so that the server answers itself without a detour
 */
export async function loadJson<T>(fetch: typeof globalThis.fetch, url: string): Promise<T> {
	const { origin, pathname } = new URL(url, OWN);
	if (origin !== OWN || !pathname.startsWith('/api/')) error(404, 'not-found');
	const response = await fetch(url).catch(() => error(503, 'server-lost'));
	if (!response.ok) {
		error(response.status, response.status === 503 ? 'database-lost' : 'unexpected');
	}
	return (await response.json()) as T;
}
