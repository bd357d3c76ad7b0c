import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatShare } from './format.ts';

/**
 * "giảm 849 vụ = 13,42 % so với cùng kỳ": the phrase that every report uses.
 *
 * Without a base a percentage does not exist, and none is given.
 *
 * @param against what the base is, in words
 */
export function comparisonText(now: number, base: number, against: string): string {
	// Counts that rest on shares have fractions, which the words would not show.
	const difference = Math.round(now) - Math.round(base);
	const count = formatCount(Math.abs(difference));
	if (difference === 0) return m.comparison_same({ base: against });
	if (base === 0) return m.comparison_from_none({ count, base: against });
	const share = formatShare(Math.abs(difference) / base);
	return difference < 0
		? m.comparison_down({ count, share, base: against })
		: m.comparison_up({ count, share, base: against });
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

/** "−12,1 %" for a headline; undefined without a base. */
export function changeShare(now: number, base: number): string | undefined {
	if (base === 0) return undefined;
	const share = (now - base) / base;
	return `${share < 0 ? '−' : share > 0 ? '+' : ''}${formatShare(Math.abs(share))}`;
}
