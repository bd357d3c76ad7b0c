import { fitLogLinear } from './regression.ts';
import { studentQuantile } from './student.ts';

/** A count of one year or month over its exposure (person-years). */
export interface SeriesPoint {
	/** Time in years. */
	time: number;
	count: number;
	exposure: number;
}

/** A multi-year trend: log μ = α + βt + log exposure. */
export interface Slope {
	alpha: number;
	beta: number;
	/** Standard error of β that the interval rests on: that of Poisson counts times √φ. */
	standardError: number;
	poissonError: number;
	/** Pearson's X²/df; 1 for Poisson counts. */
	dispersion: number;
	/** φ = max(1, X²/df, 1 + v·μ̄): how much more than Poisson counts these vary. */
	widening: number;
	deviance: number;
	points: number;
	/** exp β: the rate of a year over that of the year before, with its 95 % interval. */
	annualRatio: number;
	interval: [number, number];
}

/** Fewer points or events are no basis for a slope. */
const MIN_POINTS = 5;
const MIN_EVENTS = 20;

export type SlopeResult = { slope: Slope } | { missing: 'too-few-points' | 'too-few-events' };

/**
 * Poisson regression on time with exposure as offset (McCullagh and Nelder 1989). Errors are widened by what the
 * points vary, or by what years are known to vary, whichever is more; the interval is Student's, because φ comes
 * from few points.
 *
 * @param points those without exposure are left out
 * @param v yearly noise of the frame's units
 */
export function fitSlope(points: readonly SeriesPoint[], v: number): SlopeResult {
	const used = points.filter(({ exposure }) => exposure > 0);
	if (new Set(used.map(({ time }) => time)).size < MIN_POINTS) return { missing: 'too-few-points' };
	const events = used.reduce((sum, { count }) => sum + count, 0);
	if (events < MIN_EVENTS) return { missing: 'too-few-events' };
	const counts = used.map(({ count }) => count);
	// Years around 2,000 beside ones would leave few digits.
	const middle = used.reduce((sum, { time }) => sum + time, 0) / used.length;
	const fit = fitLogLinear(
		used.map(({ time }) => [1, time - middle]),
		counts,
		used.map(({ exposure }) => Math.log(exposure))
	);
	if (!fit) return { missing: 'too-few-events' };
	const [atMiddle = 0, beta = 0] = fit.coefficients;
	const poissonError = Math.sqrt(fit.covariance[1]![1]!);
	const pearson = sum(counts, (count, at) => (count - fit.means[at]!) ** 2 / fit.means[at]!);
	const dispersion = pearson / (used.length - 2);
	const mean = events / used.length;
	const widening = Math.max(1, dispersion, 1 + v * mean);
	const standardError = poissonError * Math.sqrt(widening);
	const reach = studentQuantile(0.975, used.length - 2) * standardError;
	return {
		slope: {
			alpha: atMiddle - beta * middle,
			beta,
			standardError,
			poissonError,
			dispersion,
			widening,
			deviance: 2 * sum(counts, (count, at) => devianceOf(count, fit.means[at]!)),
			points: used.length,
			annualRatio: Math.exp(beta),
			interval: [Math.exp(beta - reach), Math.exp(beta + reach)]
		}
	};
}

function devianceOf(count: number, mean: number): number {
	return (count === 0 ? 0 : count * Math.log(count / mean)) - (count - mean);
}

function sum(counts: readonly number[], of: (count: number, at: number) => number): number {
	return counts.reduce((total, count, at) => total + of(count, at), 0);
}
