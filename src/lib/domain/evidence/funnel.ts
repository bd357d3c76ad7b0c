import type { FunnelPlace } from './classes.ts';
import { negativeBinomialQuantile } from './negative-binomial.ts';
import { marshallMoments, type Exposed } from './smoothing.ts';
import { sumSorted } from './sum.ts';

/** Counts between which a commune may lie: as its years vary, and as communes differ. */
export interface FunnelLimits {
	/** 99.8 %, with the usual differences between communes. */
	low998: number;
	/** 95 %, with the usual variation between years. */
	low95: number;
	high95: number;
	high998: number;
}

/** How much counts vary around what is expected, beyond Poisson: variance over the mean squared. */
export interface FunnelSpread {
	/** v: yearly noise. */
	years: number;
	/** a/m²: variance of communes' levels over the mean level squared. */
	communes: number;
}

/**
 * Limits around an expected count (Spiegelhalter 2005, with additive overdispersion): 95 % of a negative binomial
 * count of dispersion v, and 99.8 % of one of dispersion v + a/m².
 *
 * @param expected cases at the rate of the other communes; not negative
 * @example funnelLimits(10, { years: 0, communes: 0 }) // { low998: 2, low95: 4, high95: 17, high998: 21 }
 */
export function funnelLimits(expected: number, { years, communes }: FunnelSpread): FunnelLimits {
	const near = (share: number) => negativeBinomialQuantile(share, expected, years);
	const far = (share: number) => negativeBinomialQuantile(share, expected, years + communes);
	return { low998: far(0.001), low95: near(0.025), high95: near(0.975), high998: far(0.999) };
}

/** Where a count lies: beyond 95 % it differs, beyond 99.8 % it differs far. */
export function funnelPlaceOf(count: number, limits: FunnelLimits): FunnelPlace {
	const { low998, low95, high95, high998 } = limits;
	if (count < low95) return count < low998 ? 'far-below' : 'below';
	if (count > high95) return count > high998 ? 'far-above' : 'above';
	return 'within';
}

/** How much the counts of areas vary, by themselves (a/m² of Marshall's moments) and between years (v). */
export function funnelSpread(areas: readonly Exposed[], v: number): FunnelSpread {
	const moments = marshallMoments(areas);
	return { years: v, communes: moments && moments.m > 0 ? moments.a / moments.m ** 2 : 0 };
}

/** A commune in the funnel. */
export interface FunnelPosition {
	count: number;
	/** Cases at the rate of all other communes. */
	expected: number;
	limits: FunnelLimits;
	place: FunnelPlace;
}

/**
 * Each commune against the rate of all others.
 *
 * @param areas last twelve months of those that are known
 * @param v yearly noise
 * @returns in the order of `areas`; undefined where no other commune has people
 */
export function placeInFunnel(
	areas: readonly Exposed[],
	v: number
): (FunnelPosition | undefined)[] {
	const count = sumSorted(areas.map((area) => area.count));
	const exposure = sumSorted(areas.map((area) => area.exposure));
	const spread = funnelSpread(areas, v);
	return areas.map((area) => {
		const others = exposure - area.exposure;
		if (!(others > 1e-9 * exposure)) return undefined;
		const expected = (area.exposure * Math.max(0, count - area.count)) / others;
		const limits = funnelLimits(expected, spread);
		const own = Math.round(area.count);
		return { count: area.count, expected, limits, place: funnelPlaceOf(own, limits) };
	});
}
