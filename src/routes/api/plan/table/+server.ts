import { error, json } from '@sveltejs/kit';
import { readFileName } from '#lib/server/http/read-body.ts';
import { reaching } from '#lib/server/http/request.ts';
import { FileRefused } from '#lib/server/import/problem-list.ts';
import { readPlainTable } from '#lib/server/import/tables/plain-table.ts';
import { uploads } from '#lib/server/runtime.ts';
import { UploadTooLarge } from '#lib/server/uploads/uploads.ts';
import type { RequestHandler } from './$types';

/**
 * The rows of a table file, for a planner to take figures from; nothing of it is kept. Its name stands in a header,
 * percent-encoded, because headers have no accents. 422 where it is no table.
 */
export const POST: RequestHandler = async ({ request }) => {
	const name = readFileName(request);
	let id: string | undefined;
	try {
		id = await reaching(uploads.keep(name, request.body ?? new Blob([]).stream()));
		const file = uploads.find(id);
		if (file === undefined) error(400, 'file-missing');
		return json(await readPlainTable(file));
	} catch (cause) {
		if (cause instanceof UploadTooLarge) error(413, 'file-too-large');
		if (cause instanceof FileRefused) error(422, 'not-a-table');
		throw cause;
	} finally {
		if (id !== undefined) uploads.remove(id);
	}
};
