import { error, json } from '@sveltejs/kit';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Takes a load back as a whole; 409 with who rests on it when that cannot be. */
export const DELETE: RequestHandler = async ({ params }) => {
	const id = Number(params.id);
	if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) error(404, 'source-unknown');
	const result = await reaching(undoSource(openedDatabase(), id));
	if (result.outcome === 'unknown') error(404, 'source-unknown');
	return json(result, { status: result.outcome === 'in-use' ? 409 : 200 });
};
