import { json } from '@sveltejs/kit';
import { reaching } from '#lib/server/http/request.ts';
import { countDemonstration } from '#lib/server/import/demonstration.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** How much goes with the demonstration data. */
export const GET: RequestHandler = async () =>
	json(await reaching(countDemonstration(openedDatabase().db)), {
		headers: { 'cache-control': 'no-store' }
	});
