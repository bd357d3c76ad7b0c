import { monthPeriod, type IsoDate, type Month, type Scheme } from '#lib/domain/period.ts';
import { formatMonth } from './format.ts';

/**
 * A month named in full, so that the calendars are not confused: `10/2026`, and under the reporting
 * calendar `10/2026 (15/9–14/10)`. Axes and other narrow places have `formatMonth`.
 */
export function monthName(month: Month, calendar: Scheme): string {
	const days = monthDays(month, calendar);
	return days === '' ? formatMonth(month) : `${formatMonth(month)} (${days})`;
}

/** Months from one to another: `01/2019–12/2020`. */
export function monthsText({ from, to }: { from: Month; to: Month }, calendar: Scheme): string {
	return `${monthName(from, calendar)}–${monthName(to, calendar)}`;
}

/** The days of a month where they are not the calendar month's: `15/9–14/10`; else empty. */
export function monthDays(month: Month, calendar: Scheme): string {
	if (calendar === 'calendar') return '';
	const { start, end } = monthPeriod(month, calendar);
	return `${dayAndMonth(start)}–${dayAndMonth(end)}`;
}

function dayAndMonth(date: IsoDate): string {
	const [, month, day] = date.split('-').map(Number);
	return `${day}/${month}`;
}
