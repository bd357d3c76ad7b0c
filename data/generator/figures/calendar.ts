/** Months are counted from January 2017 (0), the first month of the figures. */
export const FIRST_YEAR = 2017;
/** October 2026 is the last month of the figures, the third quarter of 2026 the last quarter. */
export const MONTHS = 118;
export const QUARTERS = 39;
/** Phase 1: 2017-07 … 2020-06 for months and quarters, 2017 … 2020 for years. */
export const PHASE_ONE_MONTHS = { first: 6, last: 41 };
export const PHASE_ONE_QUARTERS = { first: 2, last: 13 };

/** Position of a date's month. */
export function monthOf(date: string): number {
	return (Number(date.slice(0, 4)) - FIRST_YEAR) * 12 + Number(date.slice(5, 7)) - 1;
}

function isoDate(year: number, monthIndex: number, day: number): string {
	return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10);
}

export function lastDayOfMonth(month: number): string {
	return isoDate(FIRST_YEAR, month + 1, 0);
}

export function lastDayOfQuarter(quarter: number): string {
	return lastDayOfMonth(3 * quarter + 2);
}

export function addDays(date: string, days: number): string {
	return isoDate(
		Number(date.slice(0, 4)),
		Number(date.slice(5, 7)) - 1,
		Number(date.slice(8, 10)) + Math.round(days)
	);
}

/** Days from one date to a later one. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
