import { currentDataState } from '#lib/server/province.ts';
import { runtimeState } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** For whoever watches the server: 200 with what it holds, or 503 with the reason. */
export const GET: RequestHandler = async () => {
	const headers = { 'cache-control': 'no-store' };
	const state = runtimeState();
	if (state.is !== 'open') {
		const reason = state.is === 'failed' ? state.reason : { code: 'starting' };
		return Response.json({ status: 'unavailable', reason }, { status: 503, headers });
	}
	try {
		const { dataVersion, units, demonstration } = await currentDataState(state.database.db);
		return Response.json(
			{ status: 'ok', database: state.database.kind, dataVersion, units, demo: demonstration },
			{ headers }
		);
	} catch (error) {
		const { cause } = error as { cause?: Error };
		return Response.json(
			{
				status: 'unavailable',
				reason: { code: 'database-lost', detail: cause?.message ?? (error as Error).message }
			},
			{ status: 503, headers }
		);
	}
};
