const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to keep; its name may have accents. */
export function attachment(body: Uint8Array, name: string, type = XLSX): Response {
	return new Response(new Uint8Array(body), { headers: headersOf(name, type) });
}

/** A PDF file that is sent while it is made; who stops reading, stops the making. */
export function streamed(chunks: AsyncGenerator<Uint8Array>, name: string): Response {
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			const next = await chunks.next();
			if (next.done) controller.close();
			else controller.enqueue(next.value);
		},
		async cancel() {
			await chunks.return(undefined);
		}
	});
	return new Response(body, { headers: headersOf(name, 'application/pdf') });
}

function headersOf(name: string, type: string): Record<string, string> {
	const plain = name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.replace(/"/g, "'");
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
		'cache-control': 'no-store'
	};
}
