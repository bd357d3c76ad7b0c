import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import type { RequestHandler } from './$types';

/** The last twelve months of every unit of a frame, and their trends, in the order of its units. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, asked, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all, track, ...asked };
	const month = parseMonth(params.month);
	if (month === undefined) error(404, 'month-unknown');
	const figures = await province.evidence.ask('monthFigures', scope, month);
	return versionedJson(url, province, figures);
};
