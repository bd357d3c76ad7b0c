import { error } from '@sveltejs/kit';
import { parseMonth } from '#lib/domain/period.ts';
import { versionedJson } from '#lib/server/http/request.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { listLaterApprovals } from '#lib/server/queries/later-approvals.ts';
import type { RequestHandler } from './$types';

const MAX_MONTHS = 60;

/** Communes that were approved in some `months` after month `t`. */
export const GET: RequestHandler = async ({ url }) => {
	const { province, track } = await readProvinceRequest(url);
	const month = parseMonth(url.searchParams.get('t') ?? '');
	const months = Number(url.searchParams.get('months'));
	if (month === undefined) error(400, 'month-unreadable');
	if (!Number.isInteger(months) || months < 1 || months > MAX_MONTHS) {
		error(400, 'months-unreadable');
	}
	return versionedJson(url, province, listLaterApprovals(province, track, month, months));
};
