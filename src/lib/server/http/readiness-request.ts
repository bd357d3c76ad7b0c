import { vietnamDate } from '#lib/domain/today.ts';
import { RECORDED_CRIMES } from '#lib/domain/indicator.ts';
import { monthOfDate, parseMonth, type IsoDate } from '#lib/domain/period.ts';
import { getReadiness, type ReadinessMatrix } from '../queries/readiness.ts';
import { readProvinceRequest, reaching } from './request.ts';

/** So many months are shown, at most. */
const MOST_MONTHS = 36;
const USUAL_MONTHS = 12;

export function today(): IsoDate {
	return vietnamDate(new Date());
}

/** Reads which indicator, months and calendar are asked for; undefined for an indicator that does not exist. */
export async function readReadiness(url: URL): Promise<ReadinessMatrix | undefined> {
	const { db, province } = await readProvinceRequest(url);
	const code = url.searchParams.get('indicator') ?? RECORDED_CRIMES;
	const indicator = province.indicators.find((each) => each.code === code);
	if (!indicator) return undefined;
	const now = monthOfDate(today()) - 1;
	const to = Math.min(now, parseMonth(url.searchParams.get('to') ?? '') ?? now);
	const from = Math.max(
		to - MOST_MONTHS + 1,
		parseMonth(url.searchParams.get('from') ?? '') ?? to - USUAL_MONTHS + 1
	);
	const scheme = url.searchParams.get('scheme') === 'reporting' ? 'reporting' : 'calendar';
	return reaching(getReadiness(db, province, indicator, { from, to }, scheme, today()));
}
