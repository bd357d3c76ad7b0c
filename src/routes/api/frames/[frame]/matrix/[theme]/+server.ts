import { error } from '@sveltejs/kit';
import { reaching, requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { parseMonth } from '#lib/domain/period.ts';
import { monthsShown } from '#lib/domain/reading.ts';
import { getLayerMatrix } from '#lib/server/queries/layer-matrix.ts';
import { encodeMatrix } from '#lib/view/wire.ts';
import type { RequestHandler } from './$types';

/** One theme of one frame: a byte for each unit and month; of a layer also some months only, `from` and `to`. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { db, province, track, asked, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all };
	switch (params.theme) {
		case 'status':
			return versionedJson(url, province, encodeMatrix(province.statusMatrix(scope, track)));
		case 'trend':
			return versionedJson(
				url,
				province,
				encodeMatrix(await province.evidence.ask('trendMatrix', { ...scope, track, ...asked }))
			);
		case 'sites':
			return versionedJson(url, province, encodeMatrix(province.siteCountMatrix(scope)));
		case 'rate':
		case 'funnel':
		case 'cluster': {
			const { from, to } = monthsShown(province.history, scope);
			const asked = (name: string) => parseMonth(url.searchParams.get(name) ?? '');
			const months = {
				from: Math.max(from, asked('from') ?? from),
				to: Math.min(to, asked('to') ?? to)
			};
			const matrix = getLayerMatrix(db, province, scope, { track, layer: params.theme, months });
			return versionedJson(url, province, encodeMatrix(await reaching(matrix)));
		}
		default:
			error(404, 'theme-unknown');
	}
};
