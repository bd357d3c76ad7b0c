import type { Absence } from '../observation.ts';
import type { Month } from '../period.ts';
import type { TrendBase, TrendQuestion } from './classes.ts';
import type { FrameFigures, Months } from './frame-figures.ts';
import type { Exposed } from './smoothing.ts';
import { knownAt } from './known-figures.ts';

const YEAR = 12;
/** A window may lack one month of six. */
const MONTHS_FOR_ONE_LACKING = 6;

/** A window of whole years with what is known of it. */
export interface Window extends Months, Exposed {
	/** Months that were reported; the others are in neither count nor person-years. */
	months: number;
	/** What the reported months weigh: cases to expect, up to a factor. */
	weight: number;
}

/** The twelve months up to a month. */
export function lastYear(month: Month): Months {
	return { from: month - YEAR + 1, to: month };
}

/** How many years a window is long, lacking months or not. */
export function yearsOf({ from, to }: Months): number {
	return (to - from + 1) / YEAR;
}

/**
 * The window before that a unit's last twelve months are compared with, or why there is none.
 *
 * @param from first month that there is data for
 */
export function baseWindow(
	base: TrendBase,
	at: Month,
	approvedIn: Month | undefined,
	from: Month
): Months | Absence {
	switch (base) {
		case 'same-period':
			return { from: at - 2 * YEAR + 1, to: at - YEAR };
		case 'three-years':
			return { from: at - 4 * YEAR + 1, to: at - YEAR };
		case 'before-approval': {
			if (approvedIn === undefined || approvedIn > at) return 'no-approval';
			if (at < approvedIn + YEAR - 1) return 'too-early';
			// The year before approval is left out: a commune may have been chosen for it.
			const to = approvedIn - YEAR - 1;
			const two = { from: to - 2 * YEAR + 1, to };
			return two.from >= from ? two : { from: to - YEAR + 1, to };
		}
	}
}

/**
 * What is known of a unit's window, by what was known at the end of a month.
 *
 * @returns a reason where the window lies outside the data, lacks more than one month in six, or nobody knows the
 * population
 */
export function readWindow(
	figures: FrameFigures,
	unit: number,
	window: Months,
	question: TrendQuestion,
	at: Month
): Window | Absence {
	if (window.from < figures.data.from) return 'before-data';
	if (window.to > figures.data.to) return 'not-yet-reported';
	const length = window.to - window.from + 1;
	const months = figures.reportedIn(unit, window);
	if (length - months > length / MONTHS_FOR_ONE_LACKING) return 'not-reported';
	const known = windowOf(figures, unit, window, question, at);
	return known.exposure > 0 ? known : 'no-population';
}

/** What is known of a unit's window within the data, however many of its months were reported. */
export function windowOf(
	figures: FrameFigures,
	unit: number,
	window: Months,
	question: TrendQuestion,
	at: Month
): Window {
	const known = knownAt(figures, at);
	return {
		from: window.from,
		to: window.to,
		count: figures.countIn(unit, window),
		exposure: known.personYearsIn(unit, window),
		months: figures.reportedIn(unit, window),
		weight: known.weightIn(unit, window, question, at)
	};
}

/** The last twelve months of each unit, or why they are not known. */
export function readLastYears(figures: FrameFigures, at: Month): (Window | Absence)[] {
	return figures.units.map((_, unit) => readWindow(figures, unit, lastYear(at), 'own', at));
}
