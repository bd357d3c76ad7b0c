import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** A test for a trend in one direction, and the slope that goes with it. */
export interface MannKendall {
	/** Pairs that rise less pairs that fall. */
	s: number;
	variance: number;
	/** With continuity correction. */
	z: number;
	/** Two-sided. */
	p: number;
	/** Median of the slopes of all pairs, per step (Sen 1968). */
	senSlope: number;
}

/**
 * Mann–Kendall test with correction for ties, and Sen's slope: for series that are not counts. With four
 * points the smallest possible p is 0.083, so it cannot be significant.
 *
 * @param values at equal steps
 * @returns undefined for fewer than three values
 */
export function mannKendall(values: readonly number[]): MannKendall | undefined {
	const n = values.length;
	if (n < 3) return undefined;
	let s = 0;
	const slopes: number[] = [];
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			s += Math.sign(values[j]! - values[i]!);
			slopes.push((values[j]! - values[i]!) / (j - i));
		}
	}
	const groups = new Map<number, number>();
	for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
	const spread = (t: number) => t * (t - 1) * (2 * t + 5);
	const ties = [...groups.values()].reduce((sum, t) => sum + spread(t), 0);
	const variance = (spread(n) - ties) / 18;
	const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
	return {
		s,
		variance,
		z,
		p: Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1)),
		senSlope: median(slopes)
	};
}

/** The smallest two-sided p that so many values can have: all in order, 2/n!. */
export function smallestP(n: number): number {
	let orders = 1;
	for (let k = 2; k <= n; k++) orders *= k;
	return Math.min(1, 2 / orders);
}

function median(values: number[]): number {
	values.sort((a, b) => a - b);
	const middle = values.length >> 1;
	return values.length % 2 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}
