import { readProvinceRequest, reaching } from '#lib/server/http/request.ts';
import { getOverview } from '#lib/server/queries/overview.ts';
import { readOnly } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	return Response.json(await reaching(getOverview(db, province, track, last, readOnly)), {
		headers: { 'cache-control': 'no-store' }
	});
};
