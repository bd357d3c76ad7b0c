import poissonQuantile from '@stdlib/stats-base-dists-poisson-quantile';
import type { FunnelPlace } from './classes.ts';

/** Counts between which chance alone keeps a commune, at 95 % and at 99.8 %. */
export interface FunnelLimits {
	low998: number;
	low95: number;
	high95: number;
	high998: number;
}

/**
 * Exact Poisson limits around an expected count (Spiegelhalter 2005).
 *
 * @param expected events at the province's rate; not negative
 * @example funnelLimits(10) // { low998: 2, low95: 4, high95: 17, high998: 21 }
 */
export function funnelLimits(expected: number): FunnelLimits {
	const limit = (probability: number) =>
		expected > 0 ? poissonQuantile(probability, expected) : 0;
	return { low998: limit(0.001), low95: limit(0.025), high95: limit(0.975), high998: limit(0.999) };
}

/** Where a count lies against what is expected: beyond 95 % it differs, beyond 99.8 % it differs far. */
export function funnelPlaceOf(count: number, expected: number): FunnelPlace {
	const { low998, low95, high95, high998 } = funnelLimits(expected);
	if (count < low998) return 'far-below';
	if (count < low95) return 'below';
	if (count > high998) return 'far-above';
	return count > high95 ? 'above' : 'within';
}
