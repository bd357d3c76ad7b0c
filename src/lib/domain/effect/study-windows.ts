import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import type { Month } from '../period.ts';
import type { Arm } from './ratio.ts';

const YEAR = 12;
/** The months before approval in which communes were chosen, and the first year after it, are in no window. */
const SELECTION = 2 * YEAR;
const START = YEAR;
/** A window may lack one month of six. */
const MONTHS_FOR_ONE_LACKING = 6;

/** The window before a group's first approval: two whole years, else one; undefined where data begin too late. */
export function windowBefore(first: Month, data: Months): Months | undefined {
	const to = first - SELECTION - 1;
	return yearsEndingAt(to, (from) => from >= data.from);
}

/** The window after a group's last approval: two whole years, else one; undefined where data end too early. */
export function windowAfter(last: Month, data: Months): Months | undefined {
	const from = last + START;
	return [2 * YEAR, YEAR]
		.map((months) => ({ from, to: from + months - 1 }))
		.find(({ to }) => to <= data.to);
}

function yearsEndingAt(to: Month, holds: (from: Month) => boolean): Months | undefined {
	return [2 * YEAR, YEAR]
		.map((months) => ({ from: to - months + 1, to }))
		.find(({ from }) => holds(from));
}

/** The months of selection and start between both windows. */
export function hollowMonths(group: Months): Months {
	return { from: group.from - SELECTION, to: group.to + START - 1 };
}

/**
 * Cases of a unit in two windows. A month of the year that it did not report in one of them is left out of both, so
 * that seasons cancel.
 *
 * @returns undefined where a window lacks more than one month in six
 */
export function countArm(
	figures: FrameFigures,
	unit: number,
	before: Months,
	after: Months
): Arm | undefined {
	for (const window of [before, after]) {
		const length = window.to - window.from + 1;
		const lacking = length - figures.reportedIn(unit, window);
		if (lacking > length / MONTHS_FOR_ONE_LACKING) return undefined;
	}
	const missing = new Set<number>();
	eachMonth(figures, unit, [before, after], (count, ofYear) => {
		if (Number.isNaN(count)) missing.add(ofYear);
	});
	const sumOf = (window: Months) => {
		let sum = 0;
		eachMonth(figures, unit, [window], (count, ofYear) => {
			if (!missing.has(ofYear)) sum += count;
		});
		return sum;
	};
	return { before: sumOf(before), after: sumOf(after) };
}

function eachMonth(
	figures: FrameFigures,
	unit: number,
	windows: readonly Months[],
	visit: (count: number, monthOfYear: number) => void
): void {
	for (const { from, to } of windows) {
		for (let month = from; month <= to; month++) {
			const at = month - figures.data.from;
			visit(figures.counts[unit * figures.months + at]!, figures.monthOfYearAt(at));
		}
	}
}
