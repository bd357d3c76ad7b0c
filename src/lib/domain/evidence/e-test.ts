import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';

/** Counts beyond have together less than this probability, and change no digit that is shown. */
const TAIL = 1e-12;

/**
 * Two-sided E-test of two Poisson rates (Krishnamoorthy and Thomson 2004): how likely a standardised
 * difference at least as large is when both windows have the pooled rate. Less cautious than the exact
 * conditional test, so a second opinion beside it.
 *
 * @param exposure1 exposure of the first window, in the same unit as `exposure2`
 * @returns p-value; 1 when nothing happened in either window
 * @example eTest(10, 20) // 0.068832
 */
export function eTest(count1: number, count2: number, exposure1 = 1, exposure2 = 1): number {
	const pooled = (count1 + count2) / (exposure1 + exposure2);
	if (pooled === 0) return 1;
	const observed = Math.abs(standardised(count1, count2, exposure1, exposure2));
	const first = poissonProbabilities(pooled * exposure1);
	const second = poissonProbabilities(pooled * exposure2);
	let sum = 0;
	for (const [x1, p1] of first.entries()) {
		for (const [x2, p2] of second.entries()) {
			if (Math.abs(standardised(x1, x2, exposure1, exposure2)) >= observed - 1e-12) sum += p1 * p2;
		}
	}
	return Math.min(1, sum);
}

function standardised(x1: number, x2: number, n1: number, n2: number): number {
	const variance = x1 / n1 ** 2 + x2 / n2 ** 2;
	return variance === 0 ? 0 : (x1 / n1 - x2 / n2) / Math.sqrt(variance);
}

/** Probabilities of 0, 1, 2 … events. */
function poissonProbabilities(mean: number): number[] {
	const most = poissonQuantile(1 - TAIL, mean);
	const probabilities = [Math.exp(-mean)];
	for (let k = 1; k <= most; k++) probabilities.push((probabilities[k - 1]! * mean) / k);
	return probabilities;
}
