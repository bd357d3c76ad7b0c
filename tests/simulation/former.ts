import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import type { FrameFigures } from '#lib/domain/evidence/frame-figures.ts';
import { fitLogLinear } from '#lib/domain/evidence/regression.ts';
import { randomGamma, randomPoisson, seededRandom } from '#lib/domain/evidence/random.ts';
import type { fitSlope } from '#lib/domain/evidence/slope.ts';
import { marshallMoments, type Exposed } from '#lib/domain/evidence/smoothing.ts';
import { trendClassOf } from '#lib/domain/evidence/trend.ts';
import { drawRanks } from '#lib/domain/plan/rank-draws.ts';
import { approve, type EffectLine } from './effect.ts';
import { figuresOf, FROM, simulate, type World } from './worlds.ts';

/** Methods that were used before, each as short as it can be, to show that the limits catch them. */

const Z_95 = 1.959964;

function exposedIn(figures: FrameFigures, unit: number, from: number, to: number): Exposed {
	const count = figures.countIn(unit, { from, to });
	return { count, exposure: (5000 * (to - from + 1)) / 12 };
}

/** Gamma–Poisson shrinkage of both windows to one mean: share called against three years, in percent. */
export function formerTrendRates(world: World, mean: number, runs: number) {
	const calls = { falling: 0, rising: 0, all: 0 };
	for (let run = 0; run < runs; run++) {
		const figures = figuresOf(simulate(world, mean, 118, seededRandom(1000 * run + mean * 7)));
		const { to } = figures.data;
		const windows = figures.units.map((_, unit) => ({
			now: exposedIn(figures, unit, to - 11, to),
			base: exposedIn(figures, unit, to - 47, to - 12)
		}));
		const { m, a } = marshallMoments(
			windows.map(({ now, base }) => ({
				count: now.count + base.count,
				exposure: now.exposure + base.exposure
			}))
		)!;
		const beta = a > 0 ? m / a : 1e6 / m;
		for (const { now, base } of windows) {
			const x = (beta + now.exposure) / (2 * beta + now.exposure + base.exposure);
			const called = trendClassOf(betaCdf(x, m * beta + now.count, m * beta + base.count));
			calls.all++;
			if (called === 'falling' || called === 'rising') calls[called]++;
		}
	}
	const percent = (count: number) => (100 * count) / calls.all;
	return { falling: percent(calls.falling), rising: percent(calls.rising) };
}

/** Nearest neighbours by the two years before approval, each used once, against the same months three years later. */
export function formerEffectRates(line: EffectLine, mean: number, provinces: number) {
	const claims = { fell: 0, rose: 0 };
	for (let run = 0; run < provinces; run++) {
		const random = seededRandom(31 * run + mean);
		const simulated = simulate(line.world, mean, 120, random);
		const approved = approve(line, simulated, random);
		const figures = figuresOf(simulated);
		const at = FROM + Math.min(...approved.values());
		const arms = figures.units.map((_, unit) => ({
			before: figures.countIn(unit, { from: at - 24, to: at - 1 }),
			after: figures.countIn(unit, { from: at + 12, to: at + 35 })
		}));
		const free = new Set(arms.keys());
		for (const unit of approved.keys()) free.delete(unit);
		const sums = { t0: 0, t1: 0, c0: 0, c1: 0 };
		for (const unit of approved.keys()) {
			const own = arms[unit]!;
			const near = [...free].sort(
				(a, b) => Math.abs(arms[a]!.before - own.before) - Math.abs(arms[b]!.before - own.before)
			)[0]!;
			free.delete(near);
			sums.t0 += own.before;
			sums.t1 += own.after;
			sums.c0 += arms[near]!.before;
			sums.c1 += arms[near]!.after;
		}
		const log = Math.log(sums.t1 / sums.t0 / (sums.c1 / sums.c0));
		const error = Math.sqrt(1 / sums.t0 + 1 / sums.t1 + 1 / sums.c0 + 1 / sums.c1);
		if (log + Z_95 * error < 0) claims.fell++;
		if (log - Z_95 * error > 0) claims.rose++;
	}
	return { fell: (100 * claims.fell) / provinces, rose: (100 * claims.rose) / provinces };
}

/** A CUSUM for a doubling, whose threshold Poisson counts pass in 5 of 100: new alarms of 100 commune-years. */
export function formerWatchRates(world: World, mean: number, runs: number): number {
	const random = seededRandom(3);
	const reference = 1 / Math.log(2);
	const monthly = mean / 12;
	const months = 120;
	const highest = (countOf: (month: number) => number) => {
		let [sum, most] = [0, 0];
		for (let month = 0; month < months; month++) {
			sum = Math.max(0, sum + countOf(month) - reference * monthly);
			most = Math.max(most, sum);
		}
		return most;
	};
	const without = Array.from({ length: 400 }, () => highest(() => randomPoisson(monthly, random)));
	const threshold = without.sort((a, b) => a - b)[379]!;
	let [alarms, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		const { counts } = simulate({ ...world, alike: true }, mean, months, random);
		for (const own of counts) {
			all++;
			if (highest((month) => own[month]!) > threshold) alarms++;
		}
	}
	return (100 * alarms) / (all * (months / 12));
}

/** Quasi-Poisson only from a dispersion of 1.5 on, with the normal's quantile. */
export const formerSlope: typeof fitSlope = (points) => {
	const fit = fitLogLinear(
		points.map(({ time }) => [1, time]),
		points.map(({ count }) => count),
		points.map(({ exposure }) => Math.log(exposure))
	);
	if (!fit) return { missing: 'too-few-events' };
	const pearson = points.reduce(
		(sum, { count }, at) => sum + (count - fit.means[at]!) ** 2 / fit.means[at]!,
		0
	);
	const dispersion = pearson / (points.length - 2);
	const [alpha = 0, beta = 0] = fit.coefficients;
	const poissonError = Math.sqrt(fit.covariance[1]![1]!);
	const standardError = poissonError * (dispersion > 1.5 ? Math.sqrt(dispersion) : 1);
	return {
		slope: {
			alpha,
			beta,
			poissonError,
			standardError,
			dispersion,
			widening: 1,
			deviance: 0,
			points: points.length,
			annualRatio: Math.exp(beta),
			interval: [Math.exp(beta - Z_95 * standardError), Math.exp(beta + Z_95 * standardError)]
		}
	};
};

/** Ranks by the rate of the last year from its lowest to its highest, Poisson alone drawn: true ranks inside, in percent. */
export function formerRankCoverage(world: World, mean: number, runs: number): number {
	let [held, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		const simulated = simulate(world, mean, 12, seededRandom(900 + run));
		const counts = simulated.counts.map((own) => own.reduce((sum, count) => sum + count, 0));
		const ranks = drawRanks(
			{
				units: counts.length,
				weights: [1],
				first: 5,
				draw: (random, [values]) => {
					counts.forEach((count, unit) => (values![unit] = randomGamma(count + 0.5, random)));
				}
			},
			{ draws: 300, seed: run }
		);
		ranks.forEach(({ low, high }, unit) => {
			const level = simulated.levels[unit]!;
			const rank = 1 + simulated.levels.filter((other) => other > level).length;
			all++;
			if (rank >= low && rank <= high) held++;
		});
	}
	return (100 * held) / all;
}
