import { error, json } from '@sveltejs/kit';
import { loadDemonstrationIfNew } from '#lib/server/data/dataset.ts';
import { reaching } from '#lib/server/http/request.ts';
import { countDemonstration } from '#lib/server/import/demonstration.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** How much goes with the demonstration data. */
export const GET: RequestHandler = async () =>
	json(await reaching(countDemonstration(openedDatabase().db)), {
		headers: { 'cache-control': 'no-store' }
	});

/** Loads the demonstration data into an installation without any source; 409 where there is one. */
export const POST: RequestHandler = async () => {
	if (!(await reaching(loadDemonstrationIfNew(openedDatabase())))) error(409, 'data-present');
	return json({ loaded: true });
};
