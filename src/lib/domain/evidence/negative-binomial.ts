import digamma from '@stdlib/math-base-special-digamma';
import lnGamma from '@stdlib/math-base-special-gammaln';
import trigamma from '@stdlib/math-base-special-trigamma';
import { fitLogLinear, type Fit } from './regression.ts';

/** Counts whose variance is μ + μ²/θ. */
export interface NegativeBinomialFit extends Fit {
	theta: number;
	thetaError: number;
	logLikelihood: number;
}

const MOST_ROUNDS = 50;
const MOST_STEPS = 50;
/** Above, the counts are as good as Poisson. */
const MOST_THETA = 1e6;
const SETTLED = 1e-10;

/**
 * Negative binomial regression by turns of coefficients and θ, as in R's MASS (Venables and Ripley 2002, 7.4).
 *
 * @param rows design matrix, a row an observation
 * @param offsets logarithms of exposures
 * @returns undefined when the counts vary no more than Poisson, or the fit does not settle
 */
export function fitNegativeBinomial(
	rows: readonly (readonly number[])[],
	counts: readonly number[],
	offsets: readonly number[]
): NegativeBinomialFit | undefined {
	let fit = fitLogLinear(rows, counts, offsets);
	if (!fit) return undefined;
	let theta = fitTheta(counts, fit.means);
	for (let round = 0; round < MOST_ROUNDS && theta !== undefined; round++) {
		const current: number = theta;
		fit = fitLogLinear(rows, counts, offsets, (mean) => mean + mean ** 2 / current);
		if (!fit) return undefined;
		theta = fitTheta(counts, fit.means, current);
		if (theta !== undefined && Math.abs(theta - current) < SETTLED * current) {
			const { information } = scoreOf(counts, fit.means, theta);
			return {
				...fit,
				theta,
				thetaError: Math.sqrt(1 / information),
				logLikelihood: logLikelihood(counts, fit.means, theta)
			};
		}
	}
	return undefined;
}

/** θ by Newton's steps; undefined where it runs to infinity. */
function fitTheta(
	counts: readonly number[],
	means: readonly number[],
	from?: number
): number | undefined {
	let theta =
		from ??
		counts.length / counts.reduce((sum, count, at) => sum + (count / means[at]! - 1) ** 2, 0);
	for (let step = 0; step < MOST_STEPS; step++) {
		const { score, information } = scoreOf(counts, means, theta);
		const next = Math.max(theta / 2, theta + score / information);
		if (!(next < MOST_THETA)) return undefined;
		if (Math.abs(next - theta) < SETTLED * theta) return next;
		theta = next;
	}
	return undefined;
}

/** First derivative of the log-likelihood by θ, and the observed information. */
function scoreOf(counts: readonly number[], means: readonly number[], theta: number) {
	let score = 0;
	let information = 0;
	counts.forEach((count, at) => {
		const mean = means[at]!;
		score +=
			digamma(theta + count) -
			digamma(theta) +
			Math.log(theta) +
			1 -
			Math.log(theta + mean) -
			(count + theta) / (mean + theta);
		information +=
			-trigamma(theta + count) +
			trigamma(theta) -
			1 / theta +
			2 / (mean + theta) -
			(count + theta) / (mean + theta) ** 2;
	});
	return { score, information };
}

function logLikelihood(counts: readonly number[], means: readonly number[], theta: number): number {
	return counts.reduce((sum, count, at) => {
		const mean = means[at]!;
		return (
			sum +
			lnGamma(theta + count) -
			lnGamma(theta) -
			lnGamma(count + 1) +
			theta * Math.log(theta) +
			(count === 0 ? 0 : count * Math.log(mean)) -
			(theta + count) * Math.log(theta + mean)
		);
	}, 0);
}
