import { describe, expect, it } from 'vitest';
import {
	EFFECT_LIMIT,
	EFFECT_LINES,
	effectRates,
	mergedEffectRates,
	nameOf,
	OUTSIDE
} from './effect.ts';
import {
	formerEffectRates,
	formerRankCoverage,
	formerSlope,
	formerTrendRates,
	formerWatchRates
} from './former.ts';
import {
	falseClusterMaps,
	forecastCoverage,
	RANK_WEIGHTS,
	rankCoverage,
	slopeCoverage
} from './ranks.ts';
import { MEANS, TREND_LIMIT, TREND_WORLDS, trendPower, trendRates } from './trend.ts';
import { WATCH_LIMIT, watchRates } from './watch.ts';
import { CV_3, CV_4, CV_4_AR, POISSON } from './worlds.ts';

/** The full form is `npm run simulate`; here each rate has room for the chance of fewer runs. */
const WORLD_45 = { name: '45 communes, CV 0.3', units: 45, cv: 0.3 };

describe('the trend in provinces without any change', () => {
	const runs = 3;
	it.each(TREND_WORLDS.map(([world, question]) => [world.name, world, question] as const))(
		'calls at most 5 of 100 communes each way: %s',
		(_, world, question) => {
			for (const mean of MEANS) {
				for (const base of ['same-period', 'three-years'] as const) {
					const { falling, rising, judged } = trendRates(world, question, mean, base, runs);
					expect(Math.max(falling, rising), `${mean} ${base}`).toBeLessThanOrEqual(TREND_LIMIT + 1);
					expect(judged).toBeGreaterThan(90);
				}
			}
		}
	);

	it('finds a fall to a quarter of 20 cases, and nothing of 2.6', () => {
		expect(trendPower(20, 0.25, Math.sqrt(0.02), 6)).toBeGreaterThan(55);
		expect(trendPower(2.6, 0.5, Math.sqrt(0.02), 6)).toBeLessThan(5);
	});

	it('would not pass with the former method', () => {
		const { falling, rising } = formerTrendRates(CV_4, 50, 3);
		expect(Math.max(falling, rising)).toBeGreaterThan(2 * TREND_LIMIT);
	});
});

describe('the effect in provinces without any', () => {
	const provinces = 60;
	it.each(
		EFFECT_LINES.filter(({ choice }) => choice !== OUTSIDE).map(
			(line) => [nameOf(line), line] as const
		)
	)('is claimed of at most 6 in 100 each way: %s', (_, line) => {
		const { fell, rose } = effectRates(line, 10, provinces);
		// Three standard errors of 60 provinces.
		expect(Math.max(fell, rose)).toBeLessThanOrEqual(EFFECT_LIMIT + 9);
	});

	it('is claimed no more on boundaries merged by the 2/3 rule', () => {
		const { fell, rose } = mergedEffectRates(CV_3, 10, provinces);
		expect(Math.max(fell, rose)).toBeLessThanOrEqual(EFFECT_LIMIT + 9);
	});

	it('is found where there is one', () => {
		expect(effectRates(EFFECT_LINES[0]!, 10, 40, 0.5).fell).toBeGreaterThan(95);
	});

	it('would not pass with the former method', () => {
		const truly = EFFECT_LINES.find(({ choice }) => choice === 'truly worst')!;
		const { fell, rose } = formerEffectRates(truly, 10, 40);
		expect(Math.max(fell, rose)).toBeGreaterThan(EFFECT_LIMIT + 9);
	});
});

describe('the watch list in provinces without any change', () => {
	it.each([
		['Poisson', POISSON, 10],
		['CV 0.4, AR 0.6', CV_4_AR, 50]
	] as const)('names at most 4 of 100 communes a year each way: %s', (_, world, mean) => {
		const { rise, fall } = watchRates(world, mean, 1);
		expect(Math.max(rise, fall)).toBeLessThanOrEqual(WATCH_LIMIT + 1);
	});

	it('would not pass with the former method', () => {
		expect(formerWatchRates(CV_4, 50, 1)).toBeGreaterThan(WATCH_LIMIT + 1);
	});
});

describe('intervals', () => {
	it('of slopes hold in at least 93 of 100', () => {
		for (const cv of [0, 0.2, 0.4]) {
			expect(slopeCoverage({ points: 5, mean: 10, cv }, 400)).toBeGreaterThan(93);
			expect(slopeCoverage({ points: 9, mean: 50, cv }, 400)).toBeGreaterThan(93);
		}
		expect(slopeCoverage({ points: 5, mean: 50, cv: 0.4 }, 400, formerSlope)).toBeLessThan(92);
	});

	it.each(Object.entries(RANK_WEIGHTS))('of ranks hold in at least 88 of 100: %s', (_, weights) => {
		expect(rankCoverage(WORLD_45, 7.5, weights, 6)).toBeGreaterThan(86);
	});

	it('of ranks did not hold with the former method', () => {
		expect(formerRankCoverage(WORLD_45, 7.5, 6)).toBeLessThan(80);
	});

	it('of forecasts hold in 86 to 98 of 100', () => {
		for (const mean of [2.6, 50]) {
			const held = forecastCoverage(CV_3, mean, 5);
			expect(held).toBeGreaterThan(84);
			expect(held).toBeLessThan(99);
		}
	});
});

it('clusters are called on at most 22 of 100 maps without any', () => {
	expect(falseClusterMaps(45, 7.5, 30)).toBeLessThanOrEqual(22 + 12);
});
