import { requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listFrameSites } from '#lib/server/queries/frame-sites.ts';
import type { RequestHandler } from './$types';

/** Types of community models, and every site on the boundaries of a frame, with what it was copied from. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province } = await readProvinceRequest(url);
	const frame = requireFrame(province, params.frame);
	const sites = province.once(`frame sites ${frame.from}`, () => listFrameSites(province, frame));
	return versionedJson(url, province, sites);
};
