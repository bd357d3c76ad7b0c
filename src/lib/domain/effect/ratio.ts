import { studentQuantile } from '../evidence/student.ts';
import { sumSorted } from '../evidence/sum.ts';

/** Cases of one commune before and after. */
export interface Arm {
	before: number;
	after: number;
}

/** Cases of two groups of communes before and after. */
export interface FourSums {
	treatedBefore: number;
	treatedAfter: number;
	controlsBefore: number;
	controlsAfter: number;
}

/** A ratio with its interval over communes. */
export interface RatioEstimate {
	sums: FourSums;
	/** (T₁/T₀)/(C₁/C₀): below 1 the treated communes fell more. */
	ratio: number;
	/** Standard error of the logarithm. */
	standardError: number;
	/** 95 % and 99 % intervals. */
	interval: [number, number];
	interval99: [number, number];
	/** Quantile of Student's t that the 95 % interval rests on. */
	t: number;
}

/**
 * Ratio of ratios of two groups, with a jackknife over communes (Efron and Tibshirani 1993): how much the
 * answer moves when one commune is left out after the other, so that communes that vary a great deal make a
 * wide interval.
 *
 * ratio = (T₁/T₀)/(C₁/C₀); var ln ratio = (t−1)/t·Σ(l₋ᵢ − mean)² over the treated, and the same over the controls;
 * interval by Student's t with min(t, c) − 1 degrees of freedom. The order of communes changes no digit.
 *
 * @returns undefined where a sum, or one without a single commune, is 0
 * @example estimateRatio(treated, controls)?.ratio // 0.6817838
 */
export function estimateRatio(
	treated: readonly Arm[],
	controls: readonly Arm[]
): RatioEstimate | undefined {
	if (treated.length < 2 || controls.length < 2) return undefined;
	const ofTreated = jackknife(treated);
	const ofControls = jackknife(controls);
	if (!ofTreated || !ofControls) return undefined;
	const log = ofTreated.log - ofControls.log;
	const standardError = Math.sqrt(ofTreated.variance + ofControls.variance);
	const freedom = Math.min(treated.length, controls.length) - 1;
	const interval = (share: number): [number, number] => {
		const reach = studentQuantile(share, freedom) * standardError;
		return [Math.exp(log - reach), Math.exp(log + reach)];
	};
	return {
		sums: {
			treatedBefore: ofTreated.before,
			treatedAfter: ofTreated.after,
			controlsBefore: ofControls.before,
			controlsAfter: ofControls.after
		},
		ratio: Math.exp(log),
		standardError,
		interval: interval(0.975),
		interval99: interval(0.995),
		t: studentQuantile(0.975, freedom)
	};
}

/** ln(after/before) of a group and the jackknife's variance of it. */
function jackknife(arms: readonly Arm[]) {
	const before = sumSorted(arms.map((arm) => arm.before));
	const after = sumSorted(arms.map((arm) => arm.after));
	const without = arms.map((arm) => Math.log((after - arm.after) / (before - arm.before)));
	if (!(before > 0 && after > 0) || !without.every(Number.isFinite)) return undefined;
	const mean = sumSorted(without) / arms.length;
	const squares = sumSorted(without.map((log) => (log - mean) ** 2));
	return {
		before,
		after,
		log: Math.log(after / before),
		variance: ((arms.length - 1) / arms.length) * squares
	};
}
