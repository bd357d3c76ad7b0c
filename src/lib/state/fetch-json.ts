/** A request that brought no answer: the server is away, or says why it cannot. */
export class RequestFailed extends Error {
	constructor(
		readonly status: number,
		message: string
	) {
		super(message);
		this.name = 'RequestFailed';
	}
}

/**
 * Fetches JSON from this server.
 *
 * @throws RequestFailed with status 0 when the server cannot be reached
 */
export async function fetchJson<T>(url: string): Promise<T> {
	let response: Response;
	try {
		response = await fetch(url);
	} catch {
		throw new RequestFailed(0, url);
	}
	if (!response.ok) throw new RequestFailed(response.status, url);
	return (await response.json()) as T;
}

/**
 * Sends JSON to this server.
 *
 * @returns what it answers; undefined where it answers nothing
 * @throws RequestFailed with status 0 when the server cannot be reached
 */
export async function sendJson<T>(method: string, url: string, body?: unknown): Promise<T> {
	let response: Response;
	try {
		response = await fetch(url, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
	} catch {
		throw new RequestFailed(0, url);
	}
	if (!response.ok) throw new RequestFailed(response.status, url);
	return (response.status === 204 ? undefined : await response.json()) as T;
}
