import { readProvinceRequest, reaching, versionedJson } from '#lib/server/http/request.ts';
import { getWatchList } from '#lib/server/queries/watch-list.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url }) => {
	const { province, track } = await readProvinceRequest(url);
	const list = province.once(`watch ${track}`, () => getWatchList(province, track));
	return versionedJson(url, province, await reaching(list));
};
