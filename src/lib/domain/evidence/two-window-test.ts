/** Logarithms of factorials, grown as needed. */
const logFactorials = [0];

function logFactorial(n: number): number {
	for (let k = logFactorials.length; k <= n; k++) {
		logFactorials.push(logFactorials[k - 1]! + Math.log(k));
	}
	return logFactorials[n]!;
}

/** Logarithm of the probability of k successes in n trials with odds p/(1 − p). */
export function logBinomial(k: number, n: number, odds: number): number {
	return (
		logFactorial(n) -
		logFactorial(k) -
		logFactorial(n - k) +
		k * Math.log(odds) -
		n * Math.log1p(odds)
	);
}

/** Outcomes as likely as the observed one count as such although rounding differs (as in R's binom.test). */
const RELATIVE_TOLERANCE = 1 + 1e-7;

/**
 * Two-sided exact test of two Poisson counts: k₁ given k₁+k₂ is Bin(k₁+k₂, n₁/(n₁+n₂)).
 *
 * Sums the probabilities of all outcomes that are no likelier than the observed one.
 *
 * @param exposure1 exposure of the first window, in the same unit as `exposure2`
 * @returns p-value; 1 when nothing happened in either window
 * @example exactTwoWindowTest(10, 20) // 0.098737
 */
export function exactTwoWindowTest(
	count1: number,
	count2: number,
	exposure1 = 1,
	exposure2 = 1
): number {
	const n = count1 + count2;
	if (n === 0) return 1;
	const odds = exposure1 / exposure2;
	const limit = Math.exp(logBinomial(count1, n, odds)) * RELATIVE_TOLERANCE;
	let sum = 0;
	for (let k = 0; k <= n; k++) {
		const probability = Math.exp(logBinomial(k, n, odds));
		if (probability <= limit) sum += probability;
	}
	return Math.min(1, sum);
}

/**
 * The largest "after" that differs from "before" at the two-sided level, for equal exposures.
 *
 * @returns undefined when even zero would not differ
 * @example largestDifferingAfter(20) // 8
 */
export function largestDifferingAfter(before: number, level = 0.05): number | undefined {
	for (let after = before; after >= 0; after--) {
		if (exactTwoWindowTest(before, after) <= level) return after;
	}
	return undefined;
}
