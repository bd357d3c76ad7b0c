import { error, json } from '@sveltejs/kit';
import { readReadiness } from '#lib/server/http/readiness-request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const matrix = await readReadiness(openedDatabase().db, url);
	if (!matrix) error(404, 'indicator-unknown');
	return json(matrix, { headers: { 'cache-control': 'no-store' } });
};
