import { vietnamDate } from '#lib/domain/today.ts';
import { parseMonth, SCHEMES, type IsoDate } from '#lib/domain/period.ts';
import { getReadiness, type ReadinessMatrix } from '../queries/readiness.ts';
import { currentMonth } from '../province.ts';
import type { Queryable } from '../db/database.ts';
import { provinceRequest } from './province-request.ts';
import { reaching } from './request.ts';

/** So many months are shown, at most. */
const MAX_MONTHS = 36;
const USUAL_MONTHS = 12;

export function today(): IsoDate {
	return vietnamDate(new Date());
}

/**
 * Reads which indicator, months and calendar are asked for, else the leading indicator of the track and the
 * province's calendar; undefined for an indicator that does not exist.
 */
export async function readReadiness(db: Queryable, url: URL): Promise<ReadinessMatrix | undefined> {
	const { province, track } = await provinceRequest(db, url);
	const code = url.searchParams.get('indicator');
	const indicator =
		code === null
			? (province.leadingIndicator(track) ?? province.indicators[0])
			: province.indicators.find((each) => each.code === code);
	if (!indicator) return undefined;
	const asked = url.searchParams.get('scheme');
	const scheme = SCHEMES.find((each) => each === asked) ?? province.history.calendar;
	const now = currentMonth(scheme) - 1;
	const to = Math.min(now, parseMonth(url.searchParams.get('to') ?? '') ?? now);
	const from = Math.max(
		to - MAX_MONTHS + 1,
		parseMonth(url.searchParams.get('from') ?? '') ?? to - USUAL_MONTHS + 1
	);
	return reaching(getReadiness(db, province, indicator, { from, to }, scheme, today()));
}
