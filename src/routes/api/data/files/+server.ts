import { error, json } from '@sveltejs/kit';
import { uploads } from '#lib/server/runtime.ts';
import { UploadTooLarge } from '#lib/server/uploads/uploads.ts';
import type { RequestHandler } from './$types';

/** Takes a file in; its name stands in a header, percent-encoded, because headers have no accents. */
export const POST: RequestHandler = async ({ request }) => {
	const name = decodeURIComponent(request.headers.get('x-file-name') ?? '');
	if (!request.body || name === '') error(400, 'file-missing');
	try {
		return json({ id: await uploads.keep(name, request.body) }, { status: 201 });
	} catch (cause) {
		if (cause instanceof UploadTooLarge) error(413, 'file-too-large');
		throw cause;
	}
};
