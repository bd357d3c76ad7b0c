import type { Month } from './period.ts';
import { listAncestors, type Lineage } from './succession.ts';

/** Why a figure is not there. Zero is a figure; these are not. */
export const ABSENCES = [
	/** No report for a month of the window. */
	'not-reported',
	/** The window ends after the last report that anybody sent. */
	'not-yet-reported',
	/** The base lies before data begins. */
	'before-data',
	/** No population to compute a rate over. */
	'no-population',
	/** The unit was never approved, so there is no "before approval". */
	'no-approval',
	/** Figures of later, larger units are not split back onto these boundaries. */
	'not-available'
] as const;
export type Absence = (typeof ABSENCES)[number];

/** A monthly series: values by month; a month that is not in it was not reported. */
export type MonthlySeries = ReadonlyMap<Month, number>;

/**
 * Carries monthly counts onto a unit from those it came from, each with its weight.
 *
 * A month is reported only when every unit that made up this one in that month reported; so the
 * totals of old and new units agree, and a gap stays a gap.
 *
 * @param seriesOf the series reported by a unit itself
 * @param wasValid whether a unit was valid in a month
 */
export function carrySeries(
	unitId: number,
	months: { from: Month; to: Month },
	lineage: Lineage,
	seriesOf: (unitId: number) => MonthlySeries | undefined,
	wasValid: (unitId: number, month: Month) => boolean
): Map<Month, number> {
	const ancestors = listAncestors(lineage, unitId);
	const carried = new Map<Month, number>();
	for (let month = months.from; month <= months.to; month++) {
		let sum = 0;
		let reporting = 0;
		let missing = false;
		for (const { unitId: ancestor, weight } of ancestors) {
			if (!wasValid(ancestor, month)) continue;
			const value = seriesOf(ancestor)?.get(month);
			if (value === undefined) {
				missing = true;
				break;
			}
			sum += value * weight;
			reporting++;
		}
		if (!missing && reporting > 0) carried.set(month, sum);
	}
	return carried;
}

/** The sum over a window with both ends included; undefined when a month of it was not reported. */
export function sumWindow(series: MonthlySeries, from: Month, to: Month): number | undefined {
	let sum = 0;
	for (let month = from; month <= to; month++) {
		const value = series.get(month);
		if (value === undefined) return undefined;
		sum += value;
	}
	return sum;
}
