import type { SlopeResult } from '#lib/domain/evidence/slope.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../format.ts';
import type { YearRate } from '../year-rates.ts';

/** Months of a whole year. */
const YEAR = 12;

/**
 * What a chart of years shows, as its title: a rise or fall only where the slope's interval excludes none.
 *
 * @param subject what is counted, within a sentence: "phạm pháp hình sự"
 * @param unit of a count: "vụ"
 */
export function yearTitle(
	result: SlopeResult,
	years: readonly YearRate[],
	subject: string,
	unit: string
): string {
	if ('slope' in result) {
		const { annualRatio, interval } = result.slope;
		const share = formatCount(100 * Math.abs(annualRatio - 1));
		if (interval[1] < 1) return m.commune_years_down({ subject, share });
		if (interval[0] > 1) return m.commune_years_up({ subject, share });
	}
	const rates = years.filter(({ months }) => months === YEAR).map(({ rate }) => rate);
	if (rates.length < 2) return m.commune_years_few();
	return m.commune_years_unclear({
		low: formatCount(Math.min(...rates)),
		high: formatCount(Math.max(...rates)),
		unit
	});
}
