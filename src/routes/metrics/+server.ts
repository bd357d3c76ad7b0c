import { error, text } from '@sveltejs/kit';
import { isFromThisMachine } from '#lib/server/http/guard.ts';
import { hasToken } from '#lib/server/http/token.ts';
import { readMetrics } from '#lib/server/metrics.ts';
import { currentDataState } from '#lib/server/province.ts';
import { disk, runtimeState, settings } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Measurements for Prometheus: for this machine, and elsewhere with the token of METRICS_TOKEN. */
export const GET: RequestHandler = async ({ request, getClientAddress }) => {
	const allowed =
		isFromThisMachine(request.headers, getClientAddress()) ||
		hasToken(request.headers, settings.metricsToken);
	if (!allowed) error(404, 'not-found');
	const state = runtimeState();
	const open = state.is === 'open' ? state : undefined;
	const dataVersion = await (open && currentDataState(open.database.db))
		?.then((data) => data.dataVersion)
		.catch(() => undefined);
	const metrics = await readMetrics({
		databaseUp: dataVersion !== undefined,
		dataVersion,
		runningJobs: open?.jobs.runningCount ?? 0,
		freeBytes: disk.freeBytes()
	});
	return text(metrics.text, {
		headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
	});
};
