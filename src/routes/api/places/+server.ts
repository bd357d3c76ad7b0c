import { versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listPlaces } from '#lib/server/queries/places.ts';
import type { RequestHandler } from './$types';

/** Every place that the search finds, now and before. */
export const GET: RequestHandler = async ({ url }) => {
	const { province, track, last } = await readProvinceRequest(url);
	return versionedJson(url, province, listPlaces(province, track, last));
};
