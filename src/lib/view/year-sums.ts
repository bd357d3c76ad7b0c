import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';

/** Cases of a calendar year. */
export interface YearSum {
	year: number;
	count: number;
	/** All twelve months of it are there. */
	complete: boolean;
}

/**
 * Sums of years up to a month; years of which nothing was reported are left out.
 *
 * @param points values by the month that they end in
 * @param to last month counted
 */
export function yearSums(
	points: readonly { month: Month; value: number }[],
	from: Month,
	to: Month
): YearSum[] {
	const sums: YearSum[] = [];
	for (let year = yearOf(from); year <= yearOf(to); year++) {
		const [first, last] = [toMonth(year, 1), toMonth(year, 12)];
		const own = points.filter(({ month }) => month >= first && month <= Math.min(last, to));
		if (own.length === 0) continue;
		sums.push({
			year,
			count: own.reduce((sum, { value }) => sum + value, 0),
			complete: last <= to && own.length === 12
		});
	}
	return sums;
}
