import { json } from '@sveltejs/kit';
import { currentDataState } from '#lib/server/province.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What the data is at: open pages ask, to offer what is new. */
export const GET: RequestHandler = async () => {
	const { dataVersion } = await reaching(currentDataState(openedDatabase().db));
	return json({ dataVersion }, { headers: { 'cache-control': 'no-store' } });
};
