import { yearOf, type Month } from '#lib/domain/period.ts';

/** Cases of a calendar year. */
export interface YearSum {
	year: number;
	sum: number;
	/** Whether all twelve months are in it. */
	whole: boolean;
}

/**
 * A monthly series summed up by calendar year.
 *
 * @param values from `fromMonth` on; null without reports
 * @param to last month that counts
 * @returns years with a figure, the earliest first
 */
export function provinceYears(
	values: readonly (number | null)[],
	fromMonth: Month,
	to: Month
): YearSum[] {
	const years = new Map<number, { sum: number; months: number }>();
	for (const [at, value] of values.entries()) {
		const month = fromMonth + at;
		if (value === null || month > to) continue;
		const year = years.get(yearOf(month)) ?? { sum: 0, months: 0 };
		years.set(yearOf(month), { sum: year.sum + value, months: year.months + 1 });
	}
	return [...years].map(([year, { sum, months }]) => ({ year, sum, whole: months === 12 }));
}
