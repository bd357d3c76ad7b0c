import { parseMonth, type Month } from '#lib/domain/period.ts';

/**
 * A month as people write it.
 *
 * @returns undefined for anything else
 * @example readMonthText('3/2019') // the month that `2019-03` is
 */
export function readMonthText(text: string): Month | undefined {
	const [, month = '', year = ''] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text) ?? [];
	return parseMonth(year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}`);
}
