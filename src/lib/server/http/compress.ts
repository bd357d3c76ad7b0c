/** Less than a packet is sent as it is. */
export const MIN_WORTH_IT = 1400;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript))/;

/** Whether the client accepts compressed answers. */
export function acceptsGzip({ headers }: Request): boolean {
	return /\bgzip\b/.test(headers.get('accept-encoding') ?? '');
}

/** Compresses pages and data on the way out; files of the build are compressed already. */
export function compress(request: Request, response: Response): Response {
	const { headers } = response;
	if (
		!response.body ||
		headers.has('content-encoding') ||
		!COMPRESSIBLE.test(headers.get('content-type') ?? '') ||
		!acceptsGzip(request) ||
		Number(headers.get('content-length') ?? Infinity) < MIN_WORTH_IT
	) {
		return response;
	}
	const compressed = new Response(
		response.body.pipeThrough(new CompressionStream('gzip')),
		response
	);
	compressed.headers.set('content-encoding', 'gzip');
	compressed.headers.append('vary', 'accept-encoding');
	compressed.headers.delete('content-length');
	return compressed;
}
