import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/**
 * The change of one area between two windows: conditional Poisson (Przyborowski and Wilenski 1940) with
 * log-normal noise of each window (Breslow and Clayton 1993).
 *
 * k₁ of n = k₁ + k₀ cases lie in the window now, whose weight is r times that of the window before. The
 * logarithm x of the ratio of levels is the change δ ~ N(0, τ²) plus noise of variance ω². Conditioning on n
 * takes the level out, so neither how bad an area is nor how much areas differ plays a part.
 */
export interface TwoWindows {
	/** Cases now and before; fractions are allowed, where land went over in parts. */
	now: number;
	before: number;
	/** r: weight (expected cases) of the window now over that of the window before. */
	ratio: number;
	/** ω²: variance of the noise of both windows together. */
	noise: number;
}

/** τ: nine of ten changes lie within ×0.44 … ×2.3. Fixed, because alike communes would forbid every finding. */
const CHANGE_SD = 0.5;
/** Lower bound of ω². */
const MIN_NOISE = 0.0025;
/** The sums reach so many standard deviations to each side. */
const REACH = 8;
const STEPS = 400;
/** Above so many cases the steps are four times as fine. */
const MANY_CASES = 1000;
const FINER = 4;
/** A step of four fifths of the narrowest curve's deviation already sums to more digits than are shown. */
const STEP_IN_DEVIATIONS = 0.8;
const STRIDES = [1, 2, 4, 5, 8, 10, 16, 20, 40] as const;
/** Densities below e^−40 of the highest change no digit. */
const NEGLIGIBLE = -40;

/** What depends on the noise only, at equal steps of x. */
interface Grid {
	step: number;
	/** s: deviation of x before the data. */
	deviation: number;
	/** κ = τ²/s², and the deviation of δ given x. */
	shrinkage: number;
	spread: number;
	x: Float64Array;
	exp: Float64Array;
	logPrior: Float64Array;
	/** P(δ < 0 | x). */
	fell: Float64Array;
}

const GRIDS = new Map<string, Grid>();
const MAX_GRIDS = 256;

let latest: { noise: number; steps: number; grid: Grid } | undefined;

/** The grid of a noise: mostly the one before, because a map has one noise. */
function gridOf(noise: number, steps: number): Grid {
	if (latest?.noise !== noise || latest.steps !== steps) {
		latest = { noise, steps, grid: knownGrid(noise, steps) };
	}
	return latest.grid;
}

function knownGrid(noise: number, steps: number): Grid {
	const key = `${noise} ${steps}`;
	const known = GRIDS.get(key);
	if (known) return known;
	const variance = CHANGE_SD ** 2 + noise;
	const deviation = Math.sqrt(variance);
	const shrinkage = CHANGE_SD ** 2 / variance;
	const spread = Math.sqrt(shrinkage * noise);
	const step = (2 * REACH * deviation) / steps;
	const x = Float64Array.from({ length: steps + 1 }, (_, at) => (at - steps / 2) * step);
	const grid: Grid = {
		step,
		deviation,
		shrinkage,
		spread,
		x,
		exp: x.map(Math.exp),
		logPrior: x.map((each) => -(each ** 2) / (2 * variance)),
		fell: x.map((each) => normalCdf((-shrinkage * each) / spread, 0, 1))
	};
	if (GRIDS.size >= MAX_GRIDS) GRIDS.clear();
	GRIDS.set(key, grid);
	return grid;
}

/** Density of x given the data, up to a factor, at every so many steps of the grid. */
interface Posterior {
	grid: Grid;
	/** First and last place with a density, and the steps between places. */
	first: number;
	last: number;
	stride: number;
	/** By place of the grid. */
	density: Float64Array;
	total: number;
}

const scratch = new Float64Array(FINER * STEPS + 1);

/** The posterior of x; its densities are valid until the next call. */
function posteriorOf({ now, before, ratio, noise }: TwoWindows): Posterior {
	const cases = now + before;
	const steps = cases > MANY_CASES ? FINER * STEPS : STEPS;
	const grid = gridOf(Math.max(noise, MIN_NOISE), steps);
	const { x, exp, logPrior, step, deviation } = grid;
	// A quarter of n is the most that the data can tell of x.
	const narrowest = Math.min(
		1 / Math.sqrt(cases / 4 + 1 / deviation ** 2),
		grid.spread / grid.shrinkage
	);
	const coarsest = (STEP_IN_DEVIATIONS * narrowest) / step;
	let stride = 1;
	for (const each of STRIDES) if (each <= coarsest) stride = each;
	const nearest = Math.round(likeliest(now, cases, ratio, deviation) / step / stride);
	const centre = Math.min(steps, Math.max(0, steps / 2 + nearest * stride));
	const highest = now * x[centre]! - cases * Math.log(1 + ratio * exp[centre]!) + logPrior[centre]!;
	let total = 0;
	let [first, last] = [centre, centre];
	// The density falls to both sides, so that what follows a negligible one is negligible, too.
	for (let at = centre; at >= 0; at -= stride) {
		const log = now * x[at]! - cases * Math.log(1 + ratio * exp[at]!) + logPrior[at]! - highest;
		if (log < NEGLIGIBLE) break;
		total += scratch[at] = Math.exp(log);
		first = at;
	}
	for (let at = centre + stride; at <= steps; at += stride) {
		const log = now * x[at]! - cases * Math.log(1 + ratio * exp[at]!) + logPrior[at]! - highest;
		if (log < NEGLIGIBLE) break;
		total += scratch[at] = Math.exp(log);
		last = at;
	}
	return { grid, first, last, stride, density: scratch, total };
}

const MAX_STEPS = 16;
const MAX_STEP = 1;
const NEAR = 0.1;

/** Near where the density of x is highest, by Newton's steps from no change, none of them long. */
function likeliest(now: number, cases: number, ratio: number, deviation: number): number {
	let x = 0;
	for (let round = 0; round < MAX_STEPS; round++) {
		const odds = ratio * Math.exp(x);
		const share = odds / (1 + odds);
		const slope = now - cases * share - x / deviation ** 2;
		const step = slope / (cases * share * (1 - share) + 1 / deviation ** 2);
		x += Math.min(MAX_STEP, Math.max(-MAX_STEP, step));
		if (Math.abs(step) < NEAR * deviation) break;
	}
	return x;
}

/** Mean over the posterior of x. */
function meanOf(
	{ first, last, stride, density, total }: Posterior,
	of: (at: number) => number
): number {
	let sum = 0;
	for (let at = first; at <= last; at += stride) sum += density[at]! * of(at);
	return sum / total;
}

/**
 * P(fell): chance that the level is lower now than before, given the data.
 *
 * @example chanceFell({ now: 6, before: 20, ratio: 1, noise: 0.02 }) // 0.977986
 */
export function chanceFell(windows: TwoWindows): number {
	const { grid, first, last, stride, density, total } = posteriorOf(windows);
	let sum = 0;
	for (let at = first; at <= last; at += stride) sum += density[at]! * grid.fell[at]!;
	return sum / total;
}

/** How the level now compares with the level before: median ratio and its 90 % interval. */
export interface ChangeEstimate {
	ratio: number;
	low: number;
	high: number;
}

/**
 * The ratio of levels, now over before, with its 90 % interval.
 *
 * @example estimateChange({ now: 6, before: 20, ratio: 1, noise: 0.02 })
 * // { ratio: 0.517507, low: 0.29738, high: 0.887241 }
 */
export function estimateChange(windows: TwoWindows): ChangeEstimate {
	const posterior = posteriorOf(windows);
	return {
		ratio: Math.exp(quantile(posterior, 0.5)),
		low: Math.exp(quantile(posterior, 0.05)),
		high: Math.exp(quantile(posterior, 0.95))
	};
}

/** Mean and standard deviation of δ, the logarithm of the ratio of levels, given the data. */
export function changeMoments(windows: TwoWindows): { mean: number; deviation: number } {
	const posterior = posteriorOf(windows);
	const { x, shrinkage, spread } = posterior.grid;
	const mean = meanOf(posterior, (at) => x[at]!);
	const variance = meanOf(posterior, (at) => (x[at]! - mean) ** 2);
	return {
		mean: shrinkage * mean,
		deviation: Math.sqrt(spread ** 2 + shrinkage ** 2 * variance)
	};
}

const MAX_ROUNDS = 60;
const SETTLED = 1e-12;

/** The δ below which a share of its distribution lies, by Newton's steps kept between bounds. */
function quantile(posterior: Posterior, share: number): number {
	const { grid } = posterior;
	const { x, shrinkage, spread } = grid;
	let [low, high] = [-REACH * CHANGE_SD, REACH * CHANGE_SD];
	let at = meanOf(posterior, (place) => shrinkage * x[place]!);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const current = at;
		const z = (place: number) => (current - shrinkage * x[place]!) / spread;
		const excess = meanOf(posterior, (place) => normalCdf(z(place), 0, 1)) - share;
		if (excess > 0) high = current;
		else low = current;
		const slope =
			meanOf(posterior, (place) => Math.exp(-(z(place) ** 2) / 2)) /
			(spread * Math.sqrt(2 * Math.PI));
		const next = current - excess / slope;
		at = next > low && next < high ? next : (low + high) / 2;
		if (Math.abs(at - current) < SETTLED) break;
	}
	return at;
}
