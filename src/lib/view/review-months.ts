import type { HeadlineSeries } from '#lib/domain/headline.ts';
import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';

/**
 * The end of the programme's first phase: December of the year in which as many communes were approved as ever
 * since, or of the last whole year before `last`.
 *
 * @returns undefined where nothing was approved, or no year has ended
 */
export function firstPhaseEnd(
	{ approved, fromMonth }: Pick<HeadlineSeries, 'approved' | 'fromMonth'>,
	last: Month
): Month | undefined {
	const most = approved[last - fromMonth] ?? approved.at(-1) ?? 0;
	if (most === 0) return undefined;
	const reached = fromMonth + approved.findIndex((count) => count >= most);
	const december = toMonth(yearOf(reached), 12);
	const whole = december <= last ? december : toMonth(yearOf(last) - 1, 12);
	return whole >= fromMonth && whole < last ? whole : undefined;
}
