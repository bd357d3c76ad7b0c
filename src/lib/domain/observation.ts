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
	'not-available',
	/** Left out of a public copy. */
	'not-published',
	/** The last twelve months begin before the month of approval. */
	'too-early',
	/** The other units had too few cases to tell the province's course. */
	'too-few-others'
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
	const { first, sums, reported } = runningSums(series);
	const [low, high] = [from - first, to - first + 1];
	if (low < 0 || high >= sums.length) return undefined;
	if (reported[high]! - reported[low]! < to - from + 1) return undefined;
	return sums[high]! - sums[low]!;
}

/** What a series adds up to before each month, and how many months of it were reported. */
interface RunningSums {
	first: Month;
	sums: Float64Array;
	reported: Int32Array;
	size: number;
}

/** A map of trends asks a series for hundreds of windows. */
const RUNNING = new WeakMap<MonthlySeries, RunningSums>();

function runningSums(series: MonthlySeries): RunningSums {
	const known = RUNNING.get(series);
	if (known?.size === series.size) return known;
	const months = [...series.keys()];
	const first = Math.min(...months);
	const length = months.length === 0 ? 0 : Math.max(...months) - first + 1;
	const sums = new Float64Array(length + 1);
	const reported = new Int32Array(length + 1);
	for (let at = 0; at < length; at++) {
		const value = series.get(first + at);
		sums[at + 1] = sums[at]! + (value ?? 0);
		reported[at + 1] = reported[at]! + (value === undefined ? 0 : 1);
	}
	const made = { first, sums, reported, size: series.size };
	RUNNING.set(series, made);
	return made;
}
