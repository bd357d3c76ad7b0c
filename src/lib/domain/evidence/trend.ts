import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { Absence, MonthlySeries } from '../observation.ts';
import { sumWindow } from '../observation.ts';
import { yearOf, type Month } from '../period.ts';
import type { TrendBase, TrendClass } from './classes.ts';
import { gammaPrior, type Exposed, type GammaPrior } from './smoothing.ts';

/** One unit's inputs: monthly counts carried onto its boundaries, and population by year. */
export interface TrendInput {
	counts: MonthlySeries;
	/** Undefined when no population is known at all. */
	populationOf: (year: number) => number | undefined;
	/** The month in which the unit was first approved, for the base "before approval". */
	approvedIn?: Month | undefined;
}

/** A trend with everything that it rests on. */
export interface Trend {
	class: TrendClass;
	/** Probability that the underlying rate is lower now than in the base, given the data. */
	probabilityFalling: number;
	/** Ratio of the shrunken rates, now over base. */
	rateRatio: number;
	/** Shape and rate of the prior that both windows were shrunk by. */
	prior: Pick<GammaPrior, 'alpha' | 'beta'>;
	now: Exposed;
	base: Exposed;
}

export type TrendResult = { trend: Trend } | { missing: Absence };

/** Twelve months that end at `to`. */
interface Window {
	from: Month;
	to: Month;
}

const WINDOW_MONTHS = 12;

/** The base window of a unit, or why there is none. */
function baseWindow(base: TrendBase, at: Month, input: TrendInput): Window | Absence {
	switch (base) {
		case 'same-period':
			return { from: at - 2 * WINDOW_MONTHS + 1, to: at - WINDOW_MONTHS };
		case 'three-years':
			return { from: at - 4 * WINDOW_MONTHS + 1, to: at - WINDOW_MONTHS };
		case 'before-approval':
			return input.approvedIn === undefined
				? 'no-approval'
				: { from: input.approvedIn - WINDOW_MONTHS, to: input.approvedIn - 1 };
	}
}

/** Count and person-years of a window, or why they are not known. */
function exposeWindow(
	input: TrendInput,
	window: Window,
	dataFrom: Month,
	dataTo: Month
): Exposed | Absence {
	if (window.from < dataFrom) return 'before-data';
	if (window.to > dataTo) return 'not-yet-reported';
	const count = sumWindow(input.counts, window.from, window.to);
	if (count === undefined) return 'not-reported';
	let exposure = 0;
	for (let month = window.from; month <= window.to; month++) {
		const population = input.populationOf(yearOf(month));
		if (population === undefined || population <= 0) return 'no-population';
		exposure += population / 12;
	}
	return { count, exposure };
}

/** The twelve months up to a month, or why they are not known. */
export function exposeYear(
	input: TrendInput,
	at: Month,
	data: { from: Month; to: Month }
): Exposed | Absence {
	return exposeWindow(input, { from: at - WINDOW_MONTHS + 1, to: at }, data.from, data.to);
}

/**
 * Probability that the rate of `now` is below that of `base`, for gamma posteriors.
 *
 * π = I_x(a_now, a_base) with a = α + O, b = β + P, x = b_now/(b_now + b_base).
 */
export function probabilityFalling(now: Exposed, base: Exposed, prior: GammaPrior): number {
	const bNow = prior.beta + now.exposure;
	const bBase = prior.beta + base.exposure;
	return betaCdf(bNow / (bNow + bBase), prior.alpha + now.count, prior.alpha + base.count);
}

/** The class of a probability: evidence of at least 95 % falls or rises, of at least 80 % leans. */
export function trendClassOf(probability: number): TrendClass {
	if (probability >= 0.95) return 'falling';
	if (probability >= 0.8) return 'leaning-falling';
	if (probability > 0.2) return 'unclear';
	if (probability > 0.05) return 'leaning-rising';
	return 'rising';
}

/** A frame without a single event has no prior; a flat one of half an event stands in (Jeffreys). */
const FLAT_PRIOR: GammaPrior = { mean: 0, alpha: 0.5, beta: 0 };

/**
 * Trends of all units of a frame at the end of a month.
 *
 * Both windows' rates are shrunk towards one mean of the frame (Gamma–Poisson empirical Bayes), because
 * a commune with a handful of events says little by itself. The prior is taken from both windows
 * together: two priors would turn a small move of the whole province into certainty for every commune.
 *
 * @param data first and last month for which anybody reported
 * @returns one result a unit, in the order of `inputs`
 */
export function computeTrends(
	inputs: readonly TrendInput[],
	at: Month,
	base: TrendBase,
	data: { from: Month; to: Month }
): TrendResult[] {
	const nowWindow = { from: at - WINDOW_MONTHS + 1, to: at };
	const windows = inputs.map((input) => {
		const now = exposeWindow(input, nowWindow, data.from, data.to);
		if (typeof now === 'string') return now;
		const window = baseWindow(base, at, input);
		if (typeof window === 'string') return window;
		const before = exposeWindow(input, window, data.from, data.to);
		return typeof before === 'string' ? before : { now, base: before };
	});
	const prior = priorOf(windows.flatMap((window) => (typeof window === 'string' ? [] : [window])));
	return windows.map((window) =>
		typeof window === 'string'
			? { missing: window }
			: { trend: judge(window.now, window.base, prior) }
	);
}

/** The prior of a frame's rates, from both windows of each unit together. */
export function priorOf(windows: readonly { now: Exposed; base: Exposed }[]): GammaPrior {
	const areas = windows.map(({ now, base }) => ({
		count: now.count + base.count,
		exposure: now.exposure + base.exposure
	}));
	return gammaPrior(areas) ?? FLAT_PRIOR;
}

function judge(now: Exposed, base: Exposed, prior: GammaPrior): Trend {
	const probability = probabilityFalling(now, base, prior);
	const rateNow = (prior.alpha + now.count) / (prior.beta + now.exposure);
	const rateBase = (prior.alpha + base.count) / (prior.beta + base.exposure);
	return {
		class: trendClassOf(probability),
		probabilityFalling: probability,
		rateRatio: rateNow / rateBase,
		prior: { alpha: prior.alpha, beta: prior.beta },
		now,
		base
	};
}
