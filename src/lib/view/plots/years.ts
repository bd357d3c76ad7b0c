import { toMonth, yearOf, type Month } from '#lib/domain/period.ts';
import { countFillCodes, legendKind, listLegend } from '../legend.ts';
import type { ClassSource } from '../frame-view.ts';
import type { ViewParams } from '../view-params.ts';

/** A year of the small maps, with the month that stands for it. */
export interface YearShown {
	year: number;
	month: Month;
}

/**
 * All years from a timeline's first month to its last: their December, or the latest month that is reported; a year without one is left out.
 */
export function yearsShown(first: Month, last: Month, lastReported: Month | null): YearShown[] {
	return Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => {
		const year = yearOf(first) + at;
		return { year, month: Math.min(toMonth(year, 12), lastReported ?? Infinity) };
	}).filter(({ year, month }) => yearOf(month) === year);
}

/** A small map in words: how many communes are of which class. */
export function yearText(
	source: ClassSource,
	{ year, month }: YearShown,
	view: ViewParams
): string {
	const counts = countFillCodes(source, month, view, () => true);
	const parts = listLegend(legendKind(view), counts, view.perPeople)
		.filter(({ count }) => count > 0)
		.map(({ label, count }) => `${label} ${count}`);
	return `${year}: ${parts.join(', ')}`;
}
