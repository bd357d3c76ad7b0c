import { sumSorted } from './sum.ts';

/** Events over an exposure (person-years). */
export interface Exposed {
	count: number;
	exposure: number;
}

/** Mean rate m, and what rates vary beyond chance, s² − m/P̄, which may be below 0. */
function spreadOf(areas: readonly Exposed[]): { m: number; between: number } | undefined {
	const used = areas.filter((area) => area.exposure > 0);
	const exposure = sumSorted(used.map((area) => area.exposure));
	if (exposure === 0) return undefined;
	const m = sumSorted(used.map(({ count }) => count)) / exposure;
	const squares = used.map((area) => area.exposure * (area.count / area.exposure - m) ** 2);
	const s2 = sumSorted(squares) / exposure;
	return { m, between: s2 - m / (exposure / used.length) };
}

/**
 * Marshall's moments for global empirical Bayes (Marshall 1991).
 *
 * m = ΣO/ΣP; s² = ΣP(r−m)²/ΣP; a = max(0, s² − m/P̄).
 *
 * @returns mean rate `m` and between-area variance `a`; undefined without any exposure
 */
export function marshallMoments(areas: readonly Exposed[]): { m: number; a: number } | undefined {
	const spread = spreadOf(areas);
	return spread && { m: spread.m, a: Math.max(0, spread.between) };
}

/** Marshall's shrunken rate of one area: EB = m + (r − m)·a/(a + m/P). */
export function shrinkRate(area: Exposed, { m, a }: { m: number; a: number }): number {
	return shrinkLevel(area, { m, a, noise: 0 }).rate;
}

/** Moments of levels, with what the noise of the counted years adds to each area's own variance. */
export interface LevelMoments {
	m: number;
	/** a′: variance between levels, chance and yearly noise taken out. */
	a: number;
	/** v·m²/L. */
	noise: number;
}

/**
 * Moments of levels that lasted over some years whose counts have noise of their own:
 * a′ = max(0, s² − m/P̄ − v·m²/L).
 *
 * @param v yearly noise
 * @param years L: length of the counted window
 * @returns undefined without any exposure
 */
export function levelMoments(
	areas: readonly Exposed[],
	v: number,
	years: number
): LevelMoments | undefined {
	const spread = spreadOf(areas);
	if (!spread) return undefined;
	const noise = (v * spread.m ** 2) / years;
	return { m: spread.m, a: Math.max(0, spread.between - noise), noise };
}

/**
 * A level drawn back towards the mean as far as it is chance or noise (Hauer 1997): the signal's share is
 * w = a′/(a′ + m/P + v·m²/L).
 *
 * @example shrinkLevel({ count: 10, exposure: 1 }, { m: 4, a: 8, noise: 1.6 }).rate // 7.529412
 */
export function shrinkLevel(
	area: Exposed,
	{ m, a, noise }: LevelMoments
): { rate: number; signal: number } {
	if (area.exposure <= 0 || m === 0) return { rate: m, signal: 0 };
	const signal = a / (a + m / area.exposure + noise);
	return { rate: m + (area.count / area.exposure - m) * signal, signal };
}
