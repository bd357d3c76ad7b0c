import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { reaching, versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { getPlanData } from '#lib/server/queries/plan-data.ts';
import type { RequestHandler } from './$types';

/** What a plan is made from, at the end of month `t` or of the latest that was reported. Null without boundaries. */
export const GET: RequestHandler = async ({ url }) => {
	const { db, province, track, last } = await readProvinceRequest(url);
	const text = url.searchParams.get('t');
	const asked = text === null ? undefined : parseMonth(text);
	if (text !== null && asked === undefined) error(400, 'month-unreadable');
	const month = Math.min(last, asked ?? province.historyOf(track).dataMonths?.to ?? last);
	const plan = await reaching(getPlanData(db, province, { track, month, last }));
	return versionedJson(url, province, plan ?? null);
};
