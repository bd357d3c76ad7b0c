import { error } from '@sveltejs/kit';
import {
	readProvinceRequest,
	reaching,
	requireFrame,
	versionedJson
} from '#lib/server/http/request.ts';
import { getLayerMatrix } from '#lib/server/queries/layer-matrix.ts';
import { encodeMatrix } from '#lib/view/wire.ts';
import type { RequestHandler } from './$types';

/** One theme of one frame: a byte for each unit and month. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province, track, base, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all };
	switch (params.theme) {
		case 'status':
			return versionedJson(url, province, encodeMatrix(province.statusMatrix(scope, track)));
		case 'trend':
			return versionedJson(url, province, encodeMatrix(province.trendMatrix(scope, track, base)));
		case 'sites':
			return versionedJson(url, province, encodeMatrix(province.siteCountMatrix(scope)));
		case 'rate':
		case 'funnel':
		case 'cluster': {
			const matrix = getLayerMatrix(db, province, scope, track, params.theme);
			return versionedJson(url, province, encodeMatrix(await reaching(matrix)));
		}
		default:
			error(404, 'theme-unknown');
	}
};
