/** Events before and after, in treated areas and in those they are compared with. */
export interface BeforeAfter {
	treatedBefore: number;
	treatedAfter: number;
	comparedBefore: number;
	comparedAfter: number;
}

/** A figure with its 95 % interval. */
export interface Estimate {
	value: number;
	standardError: number;
	interval: [number, number];
}

const Z_95 = 1.959963984540054;

/**
 * Ratio of rate ratios (T₁/T₀)/(C₁/C₀): below 1, treated areas fell more than those they are compared with.
 * Its logarithm has the standard error √Σ 1/n.
 *
 * @returns undefined where one of the four counts is 0
 */
export function rateRatioRatio(counts: BeforeAfter): Estimate | undefined {
	const all = [
		counts.treatedBefore,
		counts.treatedAfter,
		counts.comparedBefore,
		counts.comparedAfter
	];
	if (all.some((count) => count <= 0)) return undefined;
	const value =
		counts.treatedAfter / counts.treatedBefore / (counts.comparedAfter / counts.comparedBefore);
	return ratioEstimate(value, Math.sqrt(all.reduce((sum, count) => sum + 1 / count, 0)));
}

/**
 * Weighted displacement difference (Wheeler and Ratcliffe 2018): events less in treated areas than the
 * comparison leads to expect, with what went to the ring around them. Negative is a fall.
 *
 * WDD = (T₁−T₀) − w(C₁−C₀) + the same of the ring; SE √(ΣT + w²ΣC), without weights √Σ n.
 *
 * @param ring events around treated areas, where crime may have been displaced, and around the others
 * @param comparedWeight w: one over the number of comparison areas for each treated one
 */
export function weightedDisplacementDifference(
	counts: BeforeAfter,
	{ ring, comparedWeight = 1 }: { ring?: BeforeAfter; comparedWeight?: number } = {}
): Estimate {
	const difference = (of: BeforeAfter) =>
		of.treatedAfter - of.treatedBefore - comparedWeight * (of.comparedAfter - of.comparedBefore);
	const spread = (of: BeforeAfter) =>
		of.treatedBefore +
		of.treatedAfter +
		comparedWeight ** 2 * (of.comparedBefore + of.comparedAfter);
	const value = difference(counts) + (ring ? difference(ring) : 0);
	const standardError = Math.sqrt(spread(counts) + (ring ? spread(ring) : 0));
	return {
		value,
		standardError,
		interval: [value - Z_95 * standardError, value + Z_95 * standardError]
	};
}

/**
 * What an area chosen for a bad year would have had without any effect: its count drawn back towards what
 * areas like it have (Hauer 1997). w = φ/(φ+μ), E = wμ + (1−w)O.
 *
 * @param observed events in the year for which it was chosen
 * @param mean μ: events expected of an area like it
 * @param shape φ of the gamma distribution of areas: small where they differ much
 * @example regressedCount(10, 4, 2) // { value: 8, variance: 5.333 }
 */
export function regressedCount(
	observed: number,
	mean: number,
	shape: number
): { value: number; variance: number } {
	const weight = shape / (shape + mean);
	const value = weight * mean + (1 - weight) * observed;
	return { value, variance: (1 - weight) * value };
}

/**
 * Ratio of rate ratios over estimates of what there would have been before, instead of the counts for which
 * areas were chosen: the empirical Bayes before–after comparison (Hauer 1997).
 *
 * @param treated Hauer's estimate over all treated areas, and its variance; `compared` likewise
 * @returns undefined where nothing happened after
 */
export function adjustedRatio(
	{ treatedAfter, comparedAfter }: BeforeAfter,
	treated: { value: number; variance: number },
	compared: { value: number; variance: number }
): Estimate | undefined {
	if (treatedAfter <= 0 || comparedAfter <= 0 || treated.value <= 0 || compared.value <= 0) {
		return undefined;
	}
	const value = treatedAfter / treated.value / (comparedAfter / compared.value);
	const standardError = Math.sqrt(
		1 / treatedAfter +
			1 / comparedAfter +
			treated.variance / treated.value ** 2 +
			compared.variance / compared.value ** 2
	);
	return ratioEstimate(value, standardError);
}

/** @param standardError of the logarithm */
function ratioEstimate(value: number, standardError: number): Estimate {
	const factor = Math.exp(Z_95 * standardError);
	return { value, standardError, interval: [value / factor, value * factor] };
}
