import type { TwoWindows } from '../evidence/change-model.ts';
import { negativeBinomialCdf } from '../evidence/negative-binomial.ts';
import { tailChance } from '../evidence/tail-chance.ts';

/** A look alarms when its count has at most this chance without any change. */
export const ALARM_CHANCE = 0.01;
/** Below this chance a change is said to be beyond notice. */
export const MIN_POWER = 0.1;

/** What a watch could notice of a commune within a year. */
export interface WatchPower {
	/** The smallest count that alarms as a rise, and the largest that alarms as a fall, if any does. */
	high: number;
	low: number | undefined;
	/** Chance to notice a doubling, and a halving. */
	doubling: number;
	halving: number;
}

/**
 * Power of one look: how likely counts around twice, or half, of what is usual pass the limits.
 *
 * @param windows of the look; the count now plays no part
 * @param noise v
 * @example watchPower({ now: 0, before: 20, ratio: 0.5, noise: 0.12389 }, 0.0861).high // 30
 */
export function watchPower(windows: TwoWindows, noise: number): WatchPower {
	const usual = windows.before * windows.ratio;
	const tails = (now: number) => tailChance({ ...windows, now });
	const high = smallest((count) => tails(count).upper <= ALARM_CHANCE);
	const low = smallest((count) => tails(count).lower > ALARM_CHANCE) - 1;
	return {
		high,
		low: low < 0 ? undefined : low,
		doubling: 1 - negativeBinomialCdf(high - 1, 2 * usual, noise),
		halving: low < 0 ? 0 : negativeBinomialCdf(low, usual / 2, noise)
	};
}

/** The smallest count from which on something holds. */
function smallest(holds: (count: number) => boolean): number {
	let high = 1;
	while (!holds(high)) high *= 2;
	let low = -1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle;
	}
	return high;
}
