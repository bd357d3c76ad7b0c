import type { TrendBase, TrendQuestion } from '#lib/domain/evidence/classes.ts';
import { seededRandom } from '#lib/domain/evidence/random.ts';
import { unitTrendClass } from '#lib/domain/evidence/trend.ts';
import {
	ALIKE,
	COVID,
	CV_2,
	CV_3,
	CV_4,
	CV_4_AR,
	figuresOf,
	MERGED,
	POISSON,
	PROVINCE_FALLS,
	REORGANISED,
	SEASON,
	simulate,
	type World
} from './worlds.ts';

/** How many of a hundred communes are called although nothing changed. */
export interface TrendRates {
	world: string;
	mean: number;
	base: TrendBase;
	question: TrendQuestion;
	falling: number;
	rising: number;
	/** Communes judged, of all. */
	judged: number;
}

const MONTHS = 118;
/** Worlds with the question that is asked in them. */
export const TREND_WORLDS: readonly (readonly [World, TrendQuestion])[] = [
	[POISSON, 'own'],
	[ALIKE, 'own'],
	[CV_2, 'own'],
	[CV_3, 'own'],
	[CV_4, 'own'],
	[CV_4_AR, 'own'],
	[SEASON, 'own'],
	[MERGED, 'own'],
	[PROVINCE_FALLS, 'province'],
	[COVID, 'province'],
	[REORGANISED, 'province']
];
export const MEANS = [2.6, 10, 50] as const;
export const TREND_LIMIT = 5;

/** Classes of the last month in many provinces. */
export function trendRates(
	world: World,
	question: TrendQuestion,
	mean: number,
	base: TrendBase,
	runs: number
): TrendRates {
	const calls = { falling: 0, rising: 0, judged: 0, all: 0 };
	for (let run = 0; run < runs; run++) {
		const figures = figuresOf(simulate(world, mean, MONTHS, seededRandom(1000 * run + mean * 7)));
		for (let unit = 0; unit < figures.units.length; unit++) {
			const called = unitTrendClass(figures, unit, figures.data.to, { base, question });
			calls.all++;
			if (called === 'falling' || called === 'rising') calls[called]++;
			if (/falling|rising|unclear/.test(called)) calls.judged++;
		}
	}
	const percent = (count: number) => (100 * count) / Math.max(1, calls.judged);
	return {
		world: world.name,
		mean,
		base,
		question,
		falling: percent(calls.falling),
		rising: percent(calls.rising),
		judged: (100 * calls.judged) / calls.all
	};
}

/** Chance, in percent, that a commune whose level changed by a factor a year ago is called so. */
export function trendPower(mean: number, factor: number, cv: number, runs: number): number {
	let [found, all] = [0, 0];
	for (let run = 0; run < runs; run++) {
		const random = seededRandom(77 + run);
		const changed = (unit: number) => unit % 6 === 0;
		const simulated = simulate(
			{ name: '', alike: true, cv },
			mean,
			MONTHS,
			random,
			(unit, month) => (changed(unit) && month >= MONTHS - 12 ? factor : 1)
		);
		const figures = figuresOf(simulated);
		for (let unit = 0; unit < figures.units.length; unit++) {
			if (!changed(unit)) continue;
			all++;
			const called = unitTrendClass(figures, unit, figures.data.to, {
				base: 'same-period',
				question: 'own'
			});
			if (called === (factor < 1 ? 'falling' : 'rising')) found++;
		}
	}
	return (100 * found) / all;
}
