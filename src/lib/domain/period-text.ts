import { parseDate } from './date-text.ts';
import {
	calendarMonth,
	calendarQuarter,
	calendarYear,
	monthOfYear,
	reportingMonth,
	toMonth,
	yearOf,
	type Month,
	type Period,
	type Scheme
} from './period.ts';

/** A period as far as a heading or a cell tells it: a month without its year, say. */
export interface PartialPeriod {
	year?: number;
	/** 1 to 12. */
	month?: number;
	/** 1 to 4. */
	quarter?: number;
	/** The whole year. */
	whole?: true;
	/** First and last day, where both are written out. */
	exact?: { start: string; end: string };
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Reads a period from a heading or cell: `Tháng 6/2025`, `T6`, `m6`, `06/2025`, `2025-06`, `Quý II/2025`,
 * `q2`, `Năm 2025`, `Cả năm`, `y`, `15/05/2025 - 14/06/2025`.
 *
 * @returns undefined when the text is no period
 */
export function parsePartialPeriod(text: string): PartialPeriod | undefined {
	const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
	const range =
		/^(?:từ )?(?:ngày )?([\d/.-]{8,10}) ?(?:-|–|đến)(?: hết)?(?: ngày)? ?([\d/.-]{8,10})$/.exec(
			plain
		);
	if (range) {
		const [start, end] = [parseDate(range[1]!), parseDate(range[2]!)];
		return start && end && start <= end ? { exact: { start, end } } : undefined;
	}
	const month =
		/^(?:tháng|thang|th|t|m|month)[ .]?(\d{1,2})(?:(?: ?[/.-] ?| năm )(\d{4}))?$/.exec(plain) ??
		/^(\d{1,2})[/.-](\d{4})$/.exec(plain);
	if (month) return withMonth(Number(month[1]), month[2]);
	const iso = /^(\d{4})[-/](\d{1,2})$/.exec(plain);
	if (iso) return withMonth(Number(iso[2]), iso[1]);
	const english = new RegExp(`^(${ENGLISH.join('|')})[a-z]*\\.?(?: (\\d{4}))?$`).exec(plain);
	if (english) return withMonth(ENGLISH.indexOf(english[1]!) + 1, english[2]);
	const quarter =
		/^(?:quý|quy|q|quarter)[ .]?([1-4]|iv|i{1,3})(?:(?: ?[/.-] ?| năm )(\d{4}))?$/.exec(plain);
	if (quarter) {
		const number = ROMAN[quarter[1]!] ?? Number(quarter[1]);
		return { quarter: number, ...yearPart(quarter[2]) };
	}
	const year = /^(?:năm|nam|year|y)[ .]?(\d{4})$/.exec(plain) ?? /^((?:19|20|21)\d\d)$/.exec(plain);
	if (year) return { whole: true, year: Number(year[1]) };
	return /^(cả năm|ca nam|năm|y|year|whole year)$/.test(plain) ? { whole: true } : undefined;
}

function withMonth(month: number, year: string | undefined): PartialPeriod | undefined {
	return month >= 1 && month <= 12 ? { month, ...yearPart(year) } : undefined;
}

function yearPart(year: string | undefined): { year?: number } {
	return year === undefined ? {} : { year: Number(year) };
}

/**
 * Puts a period together from what heading, row and file tell; the first that says something holds.
 *
 * Under the reporting calendar, months run from the 15th to the 14th; quarters and years end with them.
 *
 * @returns undefined while something is missing, such as the year
 */
export function completePeriod(
	parts: readonly (PartialPeriod | undefined)[],
	scheme: Scheme
): Period | undefined {
	const known = parts.filter((part) => part !== undefined);
	const span = known.find((part) => part.exact ?? part.month ?? part.quarter ?? part.whole);
	if (span?.exact) return { ...span.exact, scheme: schemeOf(span.exact, scheme) };
	const year = known.find((part) => part.year !== undefined)?.year;
	if (year === undefined || !span || year < 1990) return undefined;
	if (span.month !== undefined) return monthPeriod(toMonth(year, span.month), scheme);
	if (span.quarter !== undefined) {
		if (scheme === 'calendar') return calendarQuarter(year, span.quarter);
		const last = toMonth(year, span.quarter * 3);
		return spanning(last - 2, last);
	}
	return scheme === 'calendar' ? calendarYear(year) : spanning(toMonth(year, 1), toMonth(year, 12));
}

/** Days that are written out show their calendar, whatever was said of the file. */
function schemeOf({ start, end }: { start: string; end: string }, said: Scheme): Scheme {
	if (start.endsWith('-15') && end.endsWith('-14')) return 'reporting';
	return start.endsWith('-01') ? 'calendar' : said;
}

function monthPeriod(month: Month, scheme: Scheme): Period {
	return scheme === 'calendar' ? calendarMonth(month) : reportingMonth(month);
}

function spanning(first: Month, last: Month): Period {
	return {
		start: reportingMonth(first).start,
		end: reportingMonth(last).end,
		scheme: 'reporting'
	};
}

/** `06/2025`, `quý 2/2025`, `năm 2025`, or both days: a period as messages name it, in numbers only. */
export function periodLabel(period: Period): string {
	const last = toMonth(Number(period.end.slice(0, 4)), Number(period.end.slice(5, 7)));
	const months = [calendarMonth(last), reportingMonth(last)];
	if (months.some(({ start, end }) => start === period.start && end === period.end)) {
		return `${String(monthOfYear(last)).padStart(2, '0')}/${yearOf(last)}`;
	}
	const day = (date: string) => date.split('-').reverse().join('/');
	return `${day(period.start)}–${day(period.end)}`;
}
