import { findBaseMap } from '#lib/server/base-map/base-map-file.ts';
import { onlyReads } from '#lib/server/http/asker.ts';
import { reaching } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getOverview } from '#lib/server/queries/overview.ts';
import { log, settings } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const baseMap = await findBaseMap(settings.dataDir, province.state.demonstration);
	if (baseMap.is === 'unreadable') log.warn({ event: 'base-map-unreadable', ...baseMap });
	const told = baseMap.is === 'found' ? baseMap.file.told : null;
	const overview = await reaching(getOverview(db, province, track, last, onlyReads(), told));
	return Response.json(overview, {
		headers: { 'cache-control': 'no-store' }
	});
};
