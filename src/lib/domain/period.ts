/**
 * Months, dates and reporting periods.
 *
 * A date is an ISO text `YYYY-MM-DD` (local, without a time zone), so that dates compare as text.
 * A month is a whole number, `12 × year + (month − 1)`, so that months are counted by subtraction.
 */

export type IsoDate = string;
export type Month = number;

/** The two calendars in use: calendar months, and the 15th-to-14th reporting months (NĐ 09/2019/NĐ-CP). */
export const SCHEMES = ['calendar', 'reporting'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A period with both ends included. */
export interface Period {
	start: IsoDate;
	end: IsoDate;
	scheme: Scheme;
}

/** @param month 1 to 12 */
export function toMonth(year: number, month: number): Month {
	return year * 12 + month - 1;
}

export function yearOf(month: Month): number {
	return Math.floor(month / 12);
}

/** The month within its year, 1 to 12. */
export function monthOfYear(month: Month): number {
	return (((month % 12) + 12) % 12) + 1;
}

/** `2023-06`, as months stand in the URL. */
export function toMonthText(month: Month): string {
	return `${String(yearOf(month)).padStart(4, '0')}-${String(monthOfYear(month)).padStart(2, '0')}`;
}

/** Years before this are slips of the keyboard. */
const FIRST_YEAR = 1900;

/** Reads `2023-06`; undefined for anything else, and for a year that no figure is of, such as 0202. */
export function parseMonth(text: string): Month | undefined {
	const match = /^(\d{4})-(\d{2})$/.exec(text);
	if (!match) return undefined;
	const month = Number(match[2]);
	const year = Number(match[1]);
	return year >= FIRST_YEAR && month >= 1 && month <= 12 ? toMonth(year, month) : undefined;
}

/** The calendar month that a date lies in. Of a period's last day it is the month of either calendar. */
export function monthOfDate(date: IsoDate): Month {
	return toMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

export function firstDay(month: Month): IsoDate {
	return `${toMonthText(month)}-01`;
}

export function lastDay(month: Month): IsoDate {
	const days = new Date(Date.UTC(yearOf(month), monthOfYear(month), 0)).getUTCDate();
	return `${toMonthText(month)}-${String(days).padStart(2, '0')}`;
}

/** Whether the text is a day that exists: `2024-02-29` is, `2023-02-29` and `2023-13-01` are not. */
export function isIsoDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The date a number of days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
	const at = new Date(`${date}T00:00:00Z`);
	at.setUTCDate(at.getUTCDate() + days);
	return at.toISOString().slice(0, 10);
}

export function calendarMonth(month: Month): Period {
	return { start: firstDay(month), end: lastDay(month), scheme: 'calendar' };
}

export function calendarQuarter(year: number, quarter: number): Period {
	const first = toMonth(year, quarter * 3 - 2);
	return { start: firstDay(first), end: lastDay(first + 2), scheme: 'calendar' };
}

export function calendarYear(year: number): Period {
	return { start: `${year}-01-01`, end: `${year}-12-31`, scheme: 'calendar' };
}

/** The reporting month that ends in the given month: the 15th of the month before to the 14th. */
export function reportingMonth(month: Month): Period {
	return {
		start: `${toMonthText(month - 1)}-15`,
		end: `${toMonthText(month)}-14`,
		scheme: 'reporting'
	};
}

/**
 * A month in a calendar: its calendar days, or from the 15th of the month before to the 14th.
 *
 * @example monthPeriod(toMonth(2025, 7), 'reporting') // 2025-06-15 to 2025-07-14
 */
export function monthPeriod(month: Month, calendar: Scheme): Period {
	return calendar === 'calendar' ? calendarMonth(month) : reportingMonth(month);
}

/** The last day of a month in a calendar: the boundaries, statuses and sites of the month are those of this day. */
export function monthEnd(month: Month, calendar: Scheme): IsoDate {
	return monthPeriod(month, calendar).end;
}

/** The month of a calendar that a day lies in: in the reporting calendar from the 15th on the next one. */
export function monthOf(date: IsoDate, calendar: Scheme): Month {
	const month = monthOfDate(date);
	return date <= monthEnd(month, calendar) ? month : month + 1;
}

/** Whole months of a calendar, from the first day of one to the last day of another. */
export function monthsPeriod(first: Month, last: Month, calendar: Scheme): Period {
	return {
		start: monthPeriod(first, calendar).start,
		end: monthPeriod(last, calendar).end,
		scheme: calendar
	};
}
