import { logBinomial } from './two-window-test.ts';
import type { TwoWindows } from './change-model.ts';

/** How likely so few, or so many, of the cases lie in the window now if the level did not change. */
export interface TailChance {
	/** P(as few or fewer). */
	lower: number;
	/** P(as many or more). */
	upper: number;
}

/** Points of the noise, in standard deviations, and their weights. */
const NODES = Array.from({ length: 61 }, (_, at) => (at - 30) * 0.2);
const WEIGHTS = NODES.map((z) => Math.exp(-(z ** 2) / 2));
const TOTAL = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
/** Terms below this share of the sum change no digit. */
const NEGLIGIBLE = 1e-17;

/**
 * Chances of the counts of two windows under "no change": binomial, averaged over the noise of both windows.
 * Fractional counts are rounded.
 *
 * @example tailChance({ now: 6, before: 20, ratio: 1, noise: 0.02 }) // { lower: 0.007139, upper: 0.997842 }
 */
export function tailChance({ now, before, ratio, noise }: TwoWindows): TailChance {
	const k = Math.round(now);
	const n = k + Math.round(before);
	const deviation = Math.sqrt(noise);
	let [lower, upper] = [0, 0];
	for (let node = 0; node < NODES.length; node++) {
		const odds = ratio * Math.exp(deviation * NODES[node]!);
		const tails = binomialTails(k, n, odds);
		lower += WEIGHTS[node]! * tails.lower;
		upper += WEIGHTS[node]! * tails.upper;
	}
	return { lower: lower / TOTAL, upper: upper / TOTAL };
}

/** P(X ≤ k) and P(X ≥ k) for n trials with odds p/(1 − p), by recurrence outwards from k. */
function binomialTails(k: number, n: number, odds: number): TailChance {
	const term = Math.exp(logBinomial(k, n, odds));
	const below = sumOutwards(term, k, (at) => at / ((n - at + 1) * odds));
	// Only the shorter sum converges fast: the other tail is what is left of one.
	if (k <= (n * odds) / (1 + odds)) return { lower: below, upper: 1 - below + term };
	const above = sumOutwards(term, n - k, (at) => (at * odds) / (n - at + 1));
	return { lower: 1 - above + term, upper: above };
}

/** Sum of terms, the first given, each the one before times a factor of the steps that are left. */
function sumOutwards(first: number, steps: number, factor: (left: number) => number): number {
	let sum = first;
	let term = first;
	for (let left = steps; left > 0; left--) {
		term *= factor(left);
		sum += term;
		if (term < NEGLIGIBLE * sum) break;
	}
	return sum;
}
