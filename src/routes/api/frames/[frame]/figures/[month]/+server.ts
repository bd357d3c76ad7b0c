import { error } from '@sveltejs/kit';
import { monthFigures } from '#lib/domain/frame-matrices.ts';
import { parseMonth } from '#lib/domain/period.ts';
import { readProvinceRequest, requireFrame, versionedJson } from '#lib/server/http/request.ts';
import type { RequestHandler } from './$types';

/** The last twelve months of every unit of a frame, and their trends, in the order of its units. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, base, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all };
	const month = parseMonth(params.month);
	if (month === undefined) error(404, 'month-unknown');
	return versionedJson(url, province, monthFigures(province.history, scope, track, base, month));
};
