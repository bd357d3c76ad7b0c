import { fitSlope } from '#lib/domain/evidence/slope.ts';
import { randomNormal, randomPoisson, seededRandom } from '#lib/domain/evidence/random.ts';
import { adjustForFalseDiscovery } from '#lib/domain/evidence/false-discovery.ts';
import { crimeValues } from '#lib/domain/plan/crime-values.ts';
import {
	withoutCrime,
	DEFAULT_WEIGHTS,
	scoreAll,
	type Weights
} from '#lib/domain/plan/criteria.ts';
import {
	drawPlanRanks,
	neighbourLevel,
	type LevelUnit,
	type RankedUnit
} from '#lib/domain/plan/plan-ranks.ts';
import { forecastYear } from '#lib/domain/forecast/forecast.ts';
import { localMoran, standardiseRates } from '#lib/domain/space/moran.ts';
import { gridNeighbours } from '../bench/grid.ts';
import { figuresOf, simulate, type World } from './worlds.ts';

const MONTHS = 118;

/** Share, in percent, of slope intervals that have the true slope in them. */
export function slopeCoverage(
	{ points, mean, cv, ar = 0 }: { points: number; mean: number; cv: number; ar?: number },
	runs: number,
	fit: typeof fitSlope = fitSlope
): number {
	const random = seededRandom(points * 1000 + mean);
	const deviation = Math.sqrt(Math.log1p(cv ** 2));
	let [held, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		let state = randomNormal(random);
		const years = Array.from({ length: points }, (_, time) => {
			if (time > 0) state = ar * state + Math.sqrt(1 - ar ** 2) * randomNormal(random);
			const noise = Math.exp(deviation * state - deviation ** 2 / 2);
			return { time, count: randomPoisson(mean * noise, random), exposure: 5000 };
		});
		const result = fit(years, cv ** 2);
		if (!('slope' in result)) continue;
		all++;
		const [low, high] = result.slope.interval;
		if (low <= 1 && high >= 1) held++;
	}
	return (100 * held) / all;
}

/** Which criteria are simulated: the rate alone, or all that rest on cases. */
export const RANK_WEIGHTS: Record<string, Weights> = {
	'rate alone': { ...withoutCrime(DEFAULT_WEIGHTS), rate: 100, waiting: 0, models: 0 },
	'rate 35, rising 20, two fixed': { ...DEFAULT_WEIGHTS, cluster: 0, relapse: 0 },
	'rate, rising, cluster, relapse': DEFAULT_WEIGHTS
};

/** Share, in percent, of true ranks inside their 90 % intervals. */
export function rankCoverage(world: World, mean: number, weights: Weights, runs: number): number {
	let [held, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		const random = seededRandom(900 + run);
		const changes: number[] = [];
		const simulated = simulate(world, mean, MONTHS, random, (unit, month) => {
			changes[unit] ??= Math.exp(0.5 * randomNormal(random));
			return month >= MONTHS - 12 ? changes[unit] : 1;
		});
		const figures = figuresOf(simulated);
		const neighbours = gridNeighbours(figures.units.length);
		const crime = crimeValues(figures, figures.data.to, () => undefined);
		const fixed = crime.map(() => ({ waiting: 9 * random(), models: 4 * random() }));
		const levels = crime.flatMap(({ level, people }, unitId): LevelUnit[] =>
			level && people ? [{ unitId, level, people }] : []
		);
		const levelOf = (id: number) => ({ level: levels[id]!.level.mean, people: 1 });
		const units = crime.map((own, unitId): RankedUnit => ({
			unitId,
			neighbours: neighbours[unitId]!,
			rising: own.rising!,
			relapse: own.relapse!,
			values: {
				...fixed[unitId]!,
				rate: Math.log(own.level!.mean),
				rising: own.rising!.mean,
				relapse: own.relapse!.mean,
				cluster: Math.log(neighbourLevel(neighbours[unitId]!, levelOf)!)
			}
		}));
		const ranks = drawPlanRanks(units, levels, weights, 'min-max', 5, { draws: 400, seed: run });
		const truth = trueRanks(simulated.levels, changes, fixed, neighbours, weights);
		ranks.forEach(({ low, high }, unit) => {
			all++;
			if (truth[unit]! >= low && truth[unit]! <= high) held++;
		});
	}
	return (100 * held) / all;
}

function trueRanks(
	levels: readonly number[],
	changes: readonly number[],
	fixed: readonly { waiting: number; models: number }[],
	neighbours: readonly (readonly number[])[],
	weights: Weights
): number[] {
	// Over the years that levels are taken from, a change of the last one counts for a third.
	const now = levels.map((level, unit) => (level * (2 + changes[unit]!)) / 3);
	const mean = now.reduce((sum, level) => sum + level, 0) / now.length;
	const scores = scoreAll(
		now.map((level, unit) => {
			const around = neighbours[unit]!;
			const near = around.reduce((sum, id) => sum + now[id]!, 0) / around.length;
			const change = Math.log(changes[unit]!);
			return {
				...fixed[unit]!,
				rate: Math.log(level / mean),
				cluster: Math.log(near / mean),
				rising: change,
				relapse: change
			};
		}),
		weights,
		'min-max'
	).map(({ total }) => total!);
	return scores.map((score) => 1 + scores.filter((other) => other > score).length);
}

/** Share, in percent, of maps without any cluster on which one is called. */
export function falseClusterMaps(units: number, mean: number, runs: number): number {
	let called = 0;
	const neighbours = gridNeighbours(units);
	for (let run = 0; run < runs; run++) {
		const random = seededRandom(40 + run);
		const world: World = { name: '', units };
		const { counts } = simulate(world, mean, 12, random);
		const areas = counts.map((own) => ({
			count: own.reduce((sum, count) => sum + count, 0),
			exposure: 5000
		}));
		const values = standardiseRates(areas);
		if (!values) continue;
		const found = localMoran(values, neighbours, { seed: run });
		const adjusted = adjustForFalseDiscovery(found.map((each) => each?.p ?? 1));
		if (adjusted.some((p) => p <= 0.2)) called++;
	}
	return (100 * called) / runs;
}

/** Share, in percent, of next years inside the 90 % interval of their forecast. */
export function forecastCoverage(world: World, mean: number, runs: number): number {
	let [held, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		const simulated = simulate(world, mean, 120, seededRandom(7000 + run));
		const figures = figuresOf(simulated);
		const at = figures.data.to - 12;
		forecastYear(figures, at).units.forEach((forecast, unit) => {
			if (!forecast || figures.reportedIn(unit, { from: at + 1, to: at + 12 }) < 12) return;
			const count = figures.countIn(unit, { from: at + 1, to: at + 12 });
			all++;
			if (count >= forecast.low && count <= forecast.high) held++;
		});
	}
	return (100 * held) / all;
}
