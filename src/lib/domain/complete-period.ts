import type { PartialPeriod } from './period-text.ts';
import {
	calendarMonth,
	firstDay,
	lastDay,
	monthOfDate,
	reportingMonth,
	toMonth,
	toMonthText,
	type IsoDate,
	type Period,
	type Scheme
} from './period.ts';

/** Why the parts make no period: something is missing, such as the year; or they contradict each other. */
export type PeriodGap = 'incomplete' | 'contradiction';

/** Figures are of years from this one on. */
const FIRST_YEAR = 1990;

/**
 * Puts a period together.
 *
 * What is written at the figure (its heading, its row) says which kind of period it is. Only where that says
 * nothing do the surroundings (a column of years, the rows above the table, the sheet's name, a person's
 * choice), in which a month is narrower than the year that it is in: under "Năm 2026", the sheet "T11" is
 * November. A year that is missing is taken from the first part that has one.
 *
 * @param written parts that belong to the figure itself, the nearest first
 * @param around parts that hold for more than it, the nearest first
 * @example completePeriod([{ month: 6 }], [{ whole: true, year: 2025 }], 'calendar') // June 2025
 */
export function completePeriod(
	written: readonly (PartialPeriod | undefined)[],
	around: readonly (PartialPeriod | undefined)[],
	scheme: Scheme
): Period | PeriodGap {
	const own = written.filter((part) => part !== undefined);
	const others = around.filter((part) => part !== undefined);
	if (new Set(own.flatMap((part) => part.year ?? [])).size > 1) return 'contradiction';
	const span = own.find(hasSpan) ?? others.find(isNarrow) ?? others.find(hasSpan);
	if (!span) return 'incomplete';
	if (span.exact) return { ...span.exact, scheme: calendarOf(span.exact, scheme) };
	const year = [...own, ...others].find((part) => part.year !== undefined)?.year;
	if (year === undefined || year < FIRST_YEAR) return 'incomplete';
	// A month that somebody chose does not belong to the year that the table is of.
	if (span.year !== undefined && span.year !== year) return 'contradiction';
	const { first, last } = monthsOf(span);
	return spanning(toMonth(year, first), toMonth(year, last), scheme);
}

/**
 * The same period some years before: the same months of the same calendar.
 *
 * @example yearsBefore(calendarMonth(toMonth(2024, 2)), 1) // February 2023, to the 28th
 */
export function yearsBefore(period: Period, years: number): Period {
	const shift = (date: IsoDate) => {
		const month = monthOfDate(date) - 12 * years;
		const last = lastDay(month);
		const isLast = date === lastDay(monthOfDate(date));
		const sameDay = `${toMonthText(month)}-${date.slice(8)}`;
		return isLast || sameDay > last ? last : sameDay;
	};
	return { start: shift(period.start), end: shift(period.end), scheme: period.scheme };
}

function hasSpan(part: PartialPeriod): boolean {
	return isNarrow(part) || part.whole === true;
}

function isNarrow({ exact, month, quarter, months }: PartialPeriod): boolean {
	return (exact ?? month ?? quarter ?? months) !== undefined;
}

function monthsOf({ month, quarter, months }: PartialPeriod): { first: number; last: number } {
	if (month !== undefined) return { first: month, last: month };
	if (quarter !== undefined) return { first: quarter * 3 - 2, last: quarter * 3 };
	return months ?? { first: 1, last: 12 };
}

/** Days that are written out show their calendar, whatever was said of the file. */
function calendarOf({ start, end }: { start: string; end: string }, said: Scheme): Scheme {
	if (start.endsWith('-15') && end.endsWith('-14')) return 'reporting';
	return start.endsWith('-01') ? 'calendar' : said;
}

function spanning(first: number, last: number, scheme: Scheme): Period {
	if (first === last) return scheme === 'calendar' ? calendarMonth(first) : reportingMonth(first);
	return scheme === 'calendar'
		? { start: firstDay(first), end: lastDay(last), scheme }
		: { start: reportingMonth(first).start, end: reportingMonth(last).end, scheme };
}
