import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Quantile of Student's t above the median, from the beta distribution: x = I⁻¹(2(1−p); df/2, ½),
 * t = √(df(1−x)/x).
 *
 * @param p from 0.5 to 1
 * @example studentQuantile(0.975, 4) // 2.776445
 */
export function studentQuantile(p: number, df: number): number {
	const x = betaQuantile(2 * (1 - p), df / 2, 0.5);
	return Math.sqrt((df * (1 - x)) / x);
}
