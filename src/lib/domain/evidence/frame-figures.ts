import type { MonthlySeries } from '../observation.ts';
import { monthOfYear, type Month } from '../period.ts';

/** One unit's inputs: monthly counts carried onto its boundaries, and population by year. */
export interface UnitFigures {
	counts: MonthlySeries;
	/**
	 * Undefined when no population is known.
	 *
	 * @param until figures of later years are not used
	 */
	populationOf: (year: number, until: number) => number | undefined;
	/** The month in which the unit was first approved, for the base "before approval". */
	approvedIn?: Month | undefined;
}

/** First and last month, both included. */
export interface Months {
	from: Month;
	to: Month;
}

/**
 * Counts of a frame's units month by month, laid out for sums over windows: what all evidence of a frame is
 * computed from.
 */
export class FrameFigures {
	readonly units: readonly UnitFigures[];
	/** First and last month for which anybody reported. */
	readonly data: Months;
	readonly months: number;
	/** Counts by unit, then month; NaN where a month was not reported. */
	readonly counts: Float64Array;
	/** Count and reported months of a unit before each month, `months + 1` a unit. */
	readonly #sums: Float64Array;
	readonly #reported: Float64Array;

	constructor(units: readonly UnitFigures[], data: Months) {
		this.units = units;
		this.data = data;
		this.months = Math.max(0, data.to - data.from + 1);
		const { months } = this;
		this.counts = new Float64Array(units.length * months);
		this.#sums = new Float64Array(units.length * (months + 1));
		this.#reported = new Float64Array(units.length * (months + 1));
		units.forEach(({ counts }, unit) => {
			for (let at = 0; at < months; at++) {
				const count = counts.get(data.from + at) ?? NaN;
				this.counts[unit * months + at] = count;
				const before = unit * (months + 1) + at;
				const known = !Number.isNaN(count);
				this.#sums[before + 1] = this.#sums[before]! + (known ? count : 0);
				this.#reported[before + 1] = this.#reported[before]! + (known ? 1 : 0);
			}
		});
	}

	/** Cases of a unit in some of the months that there is data for. */
	countIn(unit: number, { from, to }: Months): number {
		return this.#between(this.#sums, unit, from, to);
	}

	/** How many of the months a unit reported. */
	reportedIn(unit: number, { from, to }: Months): number {
		return this.#between(this.#reported, unit, from, to);
	}

	/** Place of a month of the year, from 0, of a place in the data. */
	monthOfYearAt(at: number): number {
		return monthOfYear(this.data.from + at) - 1;
	}

	#between(sums: Float64Array, unit: number, from: Month, to: Month): number {
		const first = unit * (this.months + 1) - this.data.from;
		return sums[first + to + 1]! - sums[first + from]!;
	}
}
