import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';

/** Events per 10,000 person-years. */
export function ratePer10000(count: number, personYears: number): number {
	return (10_000 * count) / personYears;
}

/**
 * Exact 95 % interval of a Poisson count (Garwood 1936): χ²(.025; 2O)/2 … χ²(.975; 2O+2)/2.
 *
 * @example exactPoissonInterval(10) // [4.795, 18.390]
 */
export function exactPoissonInterval(count: number): [number, number] {
	return [
		count === 0 ? 0 : chiSquareQuantile(0.025, 2 * count) / 2,
		chiSquareQuantile(0.975, 2 * count + 2) / 2
	];
}
