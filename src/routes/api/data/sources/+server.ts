import { json } from '@sveltejs/kit';
import { listSources } from '#lib/server/queries/data-state.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	json(await reaching(listSources(openedDatabase().db)), {
		headers: { 'cache-control': 'no-store' }
	});
