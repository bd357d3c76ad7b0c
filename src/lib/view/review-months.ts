import type { HeadlineSeries } from '#lib/domain/headline.ts';
import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';

/**
 * December of the year of the first results: in which the first communes were recognised as transformed, or, before
 * any was, in which the first were approved. Where that year is not over, the last whole year before it.
 *
 * @param last the month of the review
 * @returns undefined where nothing was approved, or no year has ended
 */
export function firstResultsEnd(
	{
		approved,
		transformed,
		fromMonth
	}: Pick<HeadlineSeries, 'approved' | 'transformed' | 'fromMonth'>,
	last: Month
): Month | undefined {
	const known = [transformed, approved].find((counts) => counts.some((count) => count > 0));
	if (!known) return undefined;
	const first = fromMonth + known.findIndex((count) => count > 0);
	const december = toMonth(yearOf(first), 12);
	const whole = december <= last ? december : toMonth(yearOf(last) - 1, 12);
	return whole >= fromMonth && whole < last ? whole : undefined;
}
