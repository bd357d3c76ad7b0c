import { error, json } from '@sveltejs/kit';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { reaching } from '#lib/server/http/request.ts';
import { getSource } from '#lib/server/queries/data-state.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** A loaded file with what was said of it then; null when there is none of that number. */
export const GET: RequestHandler = async ({ params }) => {
	const source = await reaching(getSource(openedDatabase().db, readId(params.id)));
	return json(source ?? null, { headers: { 'cache-control': 'no-store' } });
};

/** Takes a load back as a whole; 409 with who rests on it when that cannot be. */
export const DELETE: RequestHandler = async ({ params }) => {
	const id = readId(params.id);
	const result = await reaching(undoSource(openedDatabase(), id));
	if (result.outcome === 'unknown') error(404, 'source-unknown');
	return json(result, { status: result.outcome === 'in-use' ? 409 : 200 });
};

/** Numbers beyond a serial column's are of no source. */
function readId(text: string): number {
	const id = Number(text);
	if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) error(404, 'source-unknown');
	return id;
}
