import { monthOfYear, toMonth, yearOf, type Month } from '#lib/domain/period.ts';
import { fold } from './match-text.ts';

/** More months than these say nothing. */
const MOST = 5;

const ENGLISH = [
	'jan',
	'feb',
	'mar',
	'apr',
	'may',
	'jun',
	'jul',
	'aug',
	'sep',
	'oct',
	'nov',
	'dec'
];

/** "6/2023", "06.2023", "6-2023", "tháng 6 2023", "t6 năm 2023"; the year may be incomplete. */
const MONTH_FIRST = /^(thang|t|month)? ?(\d{1,2})(?: ?([/.]| nam | ) ?(\d{0,4}))?$/;
const YEAR_FIRST = /^(\d{4}) ?[/. ] ?(\d{1,2})$/;
const YEAR_ALONE = /^(?:nam |year )?(\d{4})$/;
const ENGLISH_NAME = /^([a-z]{3})[a-z]* (\d{4})$/;

/**
 * The months that a text means, the latest first: one, or the months of several years while the year is being
 * typed. A year alone means its last month.
 */
export function findMonths(text: string, range: { from: Month; to: Month }): Month[] {
	const key = fold(text).text.trim();
	const within = (month: Month) => month >= range.from && month <= range.to;
	const exact = (year: number, month: number) =>
		month >= 1 && month <= 12 ? [toMonth(year, month)].filter(within) : [];

	const yearFirst = YEAR_FIRST.exec(key);
	if (yearFirst) return exact(Number(yearFirst[1]), Number(yearFirst[2]));
	const year = YEAR_ALONE.exec(key);
	if (year) {
		const last = Math.min(toMonth(Number(year[1]), 12), range.to);
		return within(last) && yearOf(last) === Number(year[1]) ? [last] : [];
	}
	const named = ENGLISH_NAME.exec(key);
	if (named) return exact(Number(named[2]), ENGLISH.indexOf(named[1] ?? '') + 1);
	const [, word, month, sign, begun = ''] = MONTH_FIRST.exec(key) ?? [];
	// Two digits alone may be the beginning of a code.
	if (month === undefined || (word === undefined && sign === undefined)) return [];
	const found: Month[] = [];
	for (let at = range.to; at >= range.from && found.length < MOST; at--) {
		if (monthOfYear(at) === Number(month) && String(yearOf(at)).startsWith(begun)) found.push(at);
	}
	return found;
}
