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
	const difference = now - base;
	const count = formatCount(Math.abs(difference));
	if (difference === 0) return m.comparison_same({ base: against });
	if (base === 0) return m.comparison_from_none({ count, base: against });
	const share = formatShare(Math.abs(difference) / base);
	return difference < 0
		? m.comparison_down({ count, share, base: against })
		: m.comparison_up({ count, share, base: against });
}

/** "−12,1 %" for a headline; undefined without a base. */
export function changeShare(now: number, base: number): string | undefined {
	if (base === 0) return undefined;
	const share = (now - base) / base;
	return `${share < 0 ? '−' : share > 0 ? '+' : ''}${formatShare(Math.abs(share))}`;
}
