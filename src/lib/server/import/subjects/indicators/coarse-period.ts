import type { Indicator } from '#lib/domain/indicator.ts';
import type { Period } from '#lib/domain/period.ts';

/** Whether map and trend need an indicator's figures by month: those of longer periods feed neither. */
export function isFollowedByMonth({ aggregation, periodicity }: Indicator): boolean {
	return aggregation === 'sum' && periodicity === 'month';
}

const MAX_MONTH_DAYS = 31;
const DAY_MS = 86_400_000;

/** Whether a period is no longer than a month of either calendar. */
export function isOfOneMonth({ start, end }: Period): boolean {
	return (Date.parse(end) - Date.parse(start)) / DAY_MS < MAX_MONTH_DAYS;
}
