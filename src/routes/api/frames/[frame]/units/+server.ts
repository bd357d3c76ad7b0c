import { requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listFrameUnits } from '#lib/server/queries/frame-units.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, last, all } = await readProvinceRequest(url);
	const frame = requireFrame(province, params.frame);
	const units = province.once(`units ${frame.from} ${track} ${last} ${all}`, () =>
		listFrameUnits(province, { frame, last, all }, track)
	);
	return versionedJson(url, province, { units });
};
