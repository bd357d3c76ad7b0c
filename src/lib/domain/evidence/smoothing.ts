/** A gamma prior of rates: shape α, and rate β in units of exposure. `null` stands for "no spread at all". */
export interface GammaPrior {
	mean: number;
	alpha: number;
	beta: number;
}

/** Events over an exposure (person-years). */
export interface Exposed {
	count: number;
	exposure: number;
}

/**
 * Marshall's moments for global empirical Bayes (Marshall 1991).
 *
 * m = ΣO/ΣP; s² = ΣP(r−m)²/ΣP; a = max(0, s² − m/P̄).
 *
 * @returns mean rate `m` and between-area variance `a`; undefined without any exposure
 */
export function marshallMoments(areas: readonly Exposed[]): { m: number; a: number } | undefined {
	const used = areas.filter((area) => area.exposure > 0);
	const exposure = used.reduce((sum, area) => sum + area.exposure, 0);
	if (exposure === 0) return undefined;
	const m = used.reduce((sum, area) => sum + area.count, 0) / exposure;
	const s2 =
		used.reduce((sum, area) => sum + area.exposure * (area.count / area.exposure - m) ** 2, 0) /
		exposure;
	return { m, a: Math.max(0, s2 - m / (exposure / used.length)) };
}

/** Marshall's shrunken rate of one area: EB = m + (r − m)·a/(a + m/P). */
export function shrinkRate(area: Exposed, moments: { m: number; a: number }): number {
	const { m, a } = moments;
	if (area.exposure <= 0 || m === 0) return m;
	return m + (area.count / area.exposure - m) * (a / (a + m / area.exposure));
}

/**
 * How many expected events' worth of prior stands in for "no spread between areas" (a = 0), where
 * every area shrinks to the mean: large enough to do so, small enough to compute with.
 */
const NO_SPREAD_BETA_IN_EVENTS = 1e6;

/** The same as a gamma prior: β = m/a, α = m·β. */
export function gammaPrior(areas: readonly Exposed[]): GammaPrior | undefined {
	const moments = marshallMoments(areas);
	if (!moments || moments.m === 0) return undefined;
	const { m, a } = moments;
	const beta = a > 0 ? m / a : NO_SPREAD_BETA_IN_EVENTS / m;
	return { mean: m, alpha: m * beta, beta };
}
