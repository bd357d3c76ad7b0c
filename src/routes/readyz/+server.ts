import { text } from '@sveltejs/kit';
import { currentDataState } from '#lib/server/province.ts';
import { runtimeState } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const headers = { 'cache-control': 'no-store' };

/** Readiness probe: 200 while the database answers, otherwise 503. */
export const GET: RequestHandler = async () => {
	const state = runtimeState();
	const ready =
		state.is === 'open' &&
		(await currentDataState(state.database.db).then(
			() => true,
			() => false
		));
	return ready ? text('ready\n', { headers }) : text('not ready\n', { status: 503, headers });
};
