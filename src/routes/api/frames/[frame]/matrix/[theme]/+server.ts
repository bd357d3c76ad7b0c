import { error } from '@sveltejs/kit';
import { readProvinceRequest, requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { encodeMatrix } from '#lib/view/wire.ts';
import type { RequestHandler } from './$types';

/** One theme of one frame: a byte for each unit and month. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, base, last } = await readProvinceRequest(url);
	const frame = requireFrame(province, params.frame);
	switch (params.theme) {
		case 'status':
			return versionedJson(url, province, encodeMatrix(province.statusMatrix(frame, track, last)));
		case 'trend':
			return versionedJson(
				url,
				province,
				encodeMatrix(province.trendMatrix(frame, track, base, last))
			);
		case 'sites':
			return versionedJson(url, province, encodeMatrix(province.siteCountMatrix(frame, last)));
		default:
			error(404, 'theme-unknown');
	}
};
