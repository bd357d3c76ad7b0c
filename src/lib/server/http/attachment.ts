import { AsyncLocalStorage } from 'node:async_hooks';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to download. The name may contain accents. */
export function attachment(body: Uint8Array, name: string, type = XLSX): Response {
	return new Response(new Uint8Array(body), { headers: headersOf(name, type) });
}

/** Streams a PDF. Generation stops when the client disconnects. */
export function streamed(chunks: AsyncGenerator<Uint8Array>, name: string): Response {
	// The stream is read outside the request; the snapshot keeps its language.
	const inRequest = AsyncLocalStorage.snapshot();
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await inRequest(() => chunks.next());
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		},
		async cancel() {
			await chunks.return(undefined);
		}
	});
	return new Response(body, { headers: headersOf(name, 'application/pdf') });
}

/** Skips the first bytes of a file. */
export async function* skipBytes(
	chunks: AsyncGenerator<Uint8Array>,
	count: number
): AsyncGenerator<Uint8Array> {
	let left = count;
	for await (const chunk of chunks) {
		if (left < chunk.length) yield chunk.subarray(left);
		left = Math.max(0, left - chunk.length);
	}
}

function headersOf(name: string, type: string): Record<string, string> {
	const whole = name.toWellFormed().replace(/\p{Cc}/gu, ' ');
	// For old readers: ASCII alone may stand here.
	const plain = whole
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/đ/g, 'd')
		.replace(/Đ/g, 'D')
		.replace(/"/g, "'")
		.replace(/[^ -~]/g, '_');
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(whole)}`,
		'cache-control': 'no-store'
	};
}
