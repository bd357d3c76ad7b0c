import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatShare, formatTenth } from './format.ts';

/**
 * "giảm 849 vụ = 13,42 % so với cùng kỳ": the phrase that every report uses.
 *
 * Without a base a percentage does not exist, and of few cases it says nothing; then none is given.
 *
 * @param against what the base is, in words
 * @param shareOf how large the change is in percent, if it is to be said
 */
export function comparisonText(
	now: number,
	base: number,
	against: string,
	shareOf: typeof shareOfChange = shareOfChange
): string {
	// Counts that rest on shares have fractions, which the words would not show.
	const difference = Math.round(now) - Math.round(base);
	const count = formatCount(Math.abs(difference));
	if (difference === 0) return m.comparison_same({ base: against });
	if (base === 0) return m.comparison_from_none({ count, base: against });
	const share = shareOf(now, base);
	if (share === undefined) {
		return difference < 0
			? m.comparison_fewer({ count, base: against })
			: m.comparison_more({ count, base: against });
	}
	return difference < 0
		? m.comparison_down({ count, share, base: against })
		: m.comparison_up({ count, share, base: against });
}

/** As the official form has it: with two decimals, whatever the counts are. */
export function officialShare(now: number, base: number): string {
	return formatShare(Math.abs(now - base) / base);
}

/** From so many cases on a percentage has a decimal. */
const MANY = 100;

/**
 * How large a change is, in percent: of fewer than 10 cases a percentage is noise, of fewer than 100 its
 * decimals are.
 *
 * @returns undefined where either count is under 10
 * @example shareOfChange(6, 20) // undefined
 */
export function shareOfChange(now: number, base: number): string | undefined {
	const [few, share] = [Math.min(now, base), Math.abs(now - base) / base];
	if (Math.round(few) < FEW) return undefined;
	return `${few < MANY ? formatCount(100 * share) : formatTenth(100 * share)} %`;
}

/** Below this a percentage of a count is noise. */
const FEW = 10;

/** "giảm 30 = 8,8 %", for a column of any unit; of a base under 10 without the percentage, which would be noise. */
export function changeText(now: number, base: number): string {
	const difference = Math.round(now) - Math.round(base);
	if (difference === 0) return m.change_same();
	const count = formatCount(Math.abs(difference));
	const words = difference < 0 ? m.change_down({ count }) : m.change_up({ count });
	return base < FEW ? words : `${words} = ${formatShare(Math.abs(difference) / base)}`;
}

/** "−12,1 %" for a headline; undefined where a percentage says nothing. */
export function changeShare(now: number, base: number): string | undefined {
	const share = shareOfChange(now, base);
	return share === undefined ? undefined : `${now < base ? '−' : now > base ? '+' : ''}${share}`;
}
