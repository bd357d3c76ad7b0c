import { reaching, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getModelStudy } from '#lib/server/queries/model-study.ts';
import type { RequestHandler } from './$types';

/** How a community model spread: `type` (its code) and `on` (first day of the boundaries). Null while there are no types or boundaries. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const study = await reaching(
		getModelStudy(db, province, {
			track,
			last,
			model: url.searchParams.get('type'),
			on: url.searchParams.get('on')
		})
	);
	return versionedJson(url, province, study ?? null);
};
