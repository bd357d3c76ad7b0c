import { error, json } from '@sveltejs/kit';
import { readFileName } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { disk, uploads } from '#lib/server/runtime.ts';
import { UploadTooLarge } from '#lib/server/uploads/uploads.ts';
import { DISK_FULL } from '#lib/view/data-wire.ts';
import type { RequestHandler } from './$types';

/**
 * Takes a file in; its name stands in a header, percent-encoded, because headers have no accents. An
 * empty file is taken too: what reads it says that it is empty.
 */
export const POST: RequestHandler = async ({ request }) => {
	const name = readFileName(request);
	const bytes = Number(request.headers.get('content-length') ?? 0);
	if (disk.isLow(bytes)) error(507, DISK_FULL);
	try {
		return json(
			{ id: await reaching(uploads.keep(name, request.body ?? new Blob([]).stream())) },
			{ status: 201 }
		);
	} catch (cause) {
		if (cause instanceof UploadTooLarge) error(413, 'file-too-large');
		throw cause;
	}
};
