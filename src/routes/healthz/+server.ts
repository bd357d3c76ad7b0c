import { isFromThisMachine } from '#lib/server/http/guard.ts';
import { currentDataState } from '#lib/server/province.ts';
import { disk, runtimeState } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

const HEADERS = { 'cache-control': 'no-store' };

/**
 * Health report: 200 with the state of the data, or 503 with the reason. Requests from other machines get the status
 * only.
 */
export const GET: RequestHandler = async ({ request, getClientAddress }) => {
	const { status, ...more } = await findHealth();
	const told = isFromThisMachine(request.headers, getClientAddress())
		? { status, ...more }
		: { status };
	return Response.json(told, { status: status === 'ok' ? 200 : 503, headers: HEADERS });
};

async function findHealth() {
	const state = runtimeState();
	if (state.is !== 'open') {
		const reason = state.is === 'failed' ? state.reason : { code: 'starting' };
		return { status: 'unavailable', reason } as const;
	}
	try {
		const { dataVersion, units, demonstration: demo } = await currentDataState(state.database.db);
		return {
			status: 'ok',
			database: state.database.kind,
			dataVersion,
			units,
			demo,
			freeBytes: disk.freeBytes()
		} as const;
	} catch (error) {
		const { cause } = error as { cause?: Error };
		const detail = cause?.message ?? (error as Error).message;
		return { status: 'unavailable', reason: { code: 'database-lost', detail } } as const;
	}
}
