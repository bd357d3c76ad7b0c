import { error } from '@sveltejs/kit';
import { summariseTrends } from '#lib/domain/evidence/trend-summary.ts';
import { parseMonth } from '#lib/domain/period.ts';
import { monthsShown } from '#lib/domain/reading.ts';
import { readProvinceRequest, requireFrame, versionedJson } from '#lib/server/http/request.ts';
import type { RequestHandler } from './$types';

/** How much of a month's trends is more than chance. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, base, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all };
	const month = parseMonth(params.month);
	const results =
		month === undefined
			? undefined
			: province.trends(scope, track, base)[month - monthsShown(scope.frame, last, all).from];
	if (!results) error(404, 'month-unknown');
	const key = `trend summary ${scope.frame.from} ${all} ${track} ${base} ${month}`;
	return versionedJson(
		url,
		province,
		province.once(key, () => summariseTrends(results))
	);
};
