import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { requireFrame, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import type { RequestHandler } from './$types';

/** How much of a month's trends is more than chance. */
export const GET: RequestHandler = async ({ params, url }) => {
	const { province, track, asked, last, all } = await readProvinceRequest(url);
	const scope = { frame: requireFrame(province, params.frame), last, all, track, ...asked };
	const month = parseMonth(params.month);
	const key = `trend summary ${scope.frame.from} ${all} ${track} ${asked.base} ${asked.question} ${month}`;
	const summary =
		month === undefined
			? undefined
			: await province.once(key, () => province.evidence.ask('trendSummary', scope, month));
	if (!summary) error(404, 'month-unknown');
	return versionedJson(url, province, summary);
};
