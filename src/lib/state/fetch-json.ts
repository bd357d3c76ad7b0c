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
