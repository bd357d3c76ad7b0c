import { parseDate } from './date-text.ts';
import { searchKey } from './name.ts';
import {
	calendarMonth,
	monthOfYear,
	reportingMonth,
	toMonth,
	yearOf,
	type IsoDate,
	type Period
} from './period.ts';

/** A period as far as a heading or a cell tells it: a month without its year, say. */
export interface PartialPeriod {
	year?: number;
	/** 1 to 12. */
	month?: number;
	/** 1 to 4. */
	quarter?: number;
	/** First and last month of several, 1 to 12: "6 tháng đầu năm" is 1 to 6. */
	months?: { first: number; last: number };
	/** The whole year. */
	whole?: true;
	/** First and last day, where both are written out. */
	exact?: { start: IsoDate; end: IsoDate };
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A year behind a month or quarter: `/2025`, `-25`, ` năm 2025`, ` 2025`. */
const YEAR = String.raw`(?: ?[/.-] ?(\d{4}|\d{2})|,? nam (\d{4})|,? (\d{4}))?`;
const MONTH = new RegExp(`^(?:ky )?(?:thang|thg|th|t|m|month)[ .]?(\\d{1,2})${YEAR}$`);
const NAMED_MONTH = new RegExp(`^(${ENGLISH.join('|')})[a-z]*\\.?${YEAR}$`);
const QUARTER = new RegExp(`^(?:ky )?(?:quy|q|quarter)[ .]?([1-4]|iv|i{1,3})${YEAR}$`);
const BARE_QUARTER = /^(iv|i{1,3})\/(\d{4})$/;
const BARE_MONTH = /^(\d{1,2})[/.-](\d{4})$/;
/** A year of two digits is one only where it cannot be a month: 11/26, but not 11/12. */
const SHORT_MONTH = /^(\d{1,2})[/-](1[3-9]|[2-9]\d)$/;
const ISO_MONTH = /^(\d{4})(?:[-/](\d{1,2})|(\d{2}))$/;
const FIRST_MONTHS = new RegExp(`^(\\d{1,2}) thang(?: dau nam)?${YEAR}$`);
const LAST_MONTHS = new RegExp(`^(\\d{1,2}) thang cuoi nam${YEAR}$`);
const MONTH_RANGE = new RegExp(
	`^(?:tu )?(?:thang |t|m)(\\d{1,2}) ?(?:-|–|den)(?: het)?(?: thang)? ?(\\d{1,2})${YEAR}$`
);
const DAY = String.raw`(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})`;
const DAY_RANGE = new RegExp(
	`^(?:tu )?(?:ngay )?(?:${DAY}|(\\d{1,2}[/.-]\\d{1,2})) ?(?:-|–|den)(?: het)?(?: ngay)? ?${DAY}$`
);
const WHOLE_YEAR = /^(?:ca nam|nam|year|y)[ .]?(\d{4})$/;
const BARE_YEAR = /^((?:19|20|21)\d\d)$/;
/** With their accents: without them, `Nam` is a man or the south, and `May` a machine. */
const SOME_YEAR = /^(cả năm|ca nam|năm|y|year|whole year)$/;

/**
 * Reads a period from a heading or cell: `Tháng 6/2025`, `T6`, `06/2025`, `2025-06`, `Nov-26`, `Quý II/2025`,
 * `6 tháng đầu năm 2025`, `Năm 2025`, `15/05/2025 - 14/06/2025`. A date on the first of a month is that
 * month, because spreadsheets make one of `11/2026`.
 *
 * @returns undefined when the text is no period
 */
export function parsePartialPeriod(text: string): PartialPeriod | undefined {
	const accented = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
	const plain = searchKey(accented);
	const days = DAY_RANGE.exec(plain);
	if (days) return withDays(days[1] ?? completeDay(days[2], days[3]), days[3]);
	const month = MONTH.exec(plain) ?? BARE_MONTH.exec(plain) ?? SHORT_MONTH.exec(plain);
	if (month) return withMonth(Number(month[1]), yearOfMatch(month, 2));
	const named = NAMED_MONTH.exec(accented);
	if (named) return withMonth(ENGLISH.indexOf(named[1] ?? '') + 1, yearOfMatch(named, 2));
	const iso = ISO_MONTH.exec(plain);
	if (iso) return withMonth(Number(iso[2] ?? iso[3]), Number(iso[1]));
	const quarter = QUARTER.exec(plain) ?? BARE_QUARTER.exec(plain);
	if (quarter) {
		const number = ROMAN[quarter[1] ?? ''] ?? Number(quarter[1]);
		return { quarter: number, ...yearPart(yearOfMatch(quarter, 2)) };
	}
	const range = MONTH_RANGE.exec(plain);
	if (range) return withMonths(Number(range[1]), Number(range[2]), yearOfMatch(range, 3));
	const last = LAST_MONTHS.exec(plain);
	if (last) return withMonths(13 - Number(last[1]), 12, yearOfMatch(last, 2));
	const first = FIRST_MONTHS.exec(plain);
	if (first) return withMonths(1, Number(first[1]), yearOfMatch(first, 2));
	const year = WHOLE_YEAR.exec(plain) ?? BARE_YEAR.exec(plain);
	if (year) return { whole: true, year: Number(year[1]) };
	if (SOME_YEAR.test(accented)) return { whole: true };
	const date = parseDate(text);
	return date?.endsWith('-01')
		? withMonth(Number(date.slice(5, 7)), Number(date.slice(0, 4)))
		: undefined;
}

const MENTIONS =
	/\b(thang|thg|quy|nam|tuan|ky|month|quarter|year|week)\b[ .:]*(\d|[ivx]+\b)|\b[tq]\d{1,2}\b|\b\d{1,2} thang\b|\b\d{1,2} ?[/.-] ?\d{2,4}\b/;

/**
 * Whether a text speaks of a period, including one that cannot be read ("Tháng 13"): then nothing else may
 * stand in for it.
 */
export function mentionsPeriod(text: string): boolean {
	return MENTIONS.test(searchKey(text));
}

/** The year of a first day that is written without one: `15/12 – 14/01/2026` begins in 2025. */
function completeDay(day = '', last = ''): string {
	const end = parseDate(last);
	if (end === undefined) return day;
	const year = Number(end.slice(0, 4));
	const sameYear = parseDate(`${day}/${year}`);
	return sameYear !== undefined && sameYear <= end ? `${day}/${year}` : `${day}/${year - 1}`;
}

function withDays(first = '', last = ''): PartialPeriod | undefined {
	const [start, end] = [parseDate(first), parseDate(last)];
	return start && end && start <= end ? { exact: { start, end } } : undefined;
}

function withMonth(month: number, year: number | undefined): PartialPeriod | undefined {
	return month >= 1 && month <= 12 ? { month, ...yearPart(year) } : undefined;
}

function withMonths(
	first: number,
	last: number,
	year: number | undefined
): PartialPeriod | undefined {
	if (first < 1 || last > 12 || first > last) return undefined;
	if (first === last) return withMonth(first, year);
	return { months: { first, last }, ...yearPart(year) };
}

/** The year among the groups of a match from one on; years of two digits are of this century. */
function yearOfMatch(match: RegExpExecArray, from: number): number | undefined {
	const year = match.slice(from).find((group) => group !== undefined);
	return year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year);
}

function yearPart(year: number | undefined): { year?: number } {
	return year === undefined ? {} : { year };
}

/** `06/2025`, or both days: a period as messages name it, in numbers only. */
export function periodLabel(period: Period): string {
	const last = toMonth(Number(period.end.slice(0, 4)), Number(period.end.slice(5, 7)));
	const months = [calendarMonth(last), reportingMonth(last)];
	if (months.some(({ start, end }) => start === period.start && end === period.end)) {
		return `${String(monthOfYear(last)).padStart(2, '0')}/${yearOf(last)}`;
	}
	const day = (date: string) => date.split('-').reverse().join('/');
	return `${day(period.start)}–${day(period.end)}`;
}
