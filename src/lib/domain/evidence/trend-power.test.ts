import { describe, expect, it } from 'vitest';
import type { TrendClass } from './classes.ts';
import { poissonProbability } from './fixtures/poisson.ts';
import { randomPoisson, seededRandom } from './random.ts';
import { computeTrends, probabilityFalling, trendClassOf, type TrendInput } from './trend.ts';
import { toMonth, type Month } from '../period.ts';

/**
 * What the classes should find, added up over all pairs of counts that two Poisson windows may show, against
 * what they do find in simulated provinces: the stated share to within two points.
 */
const AT = toMonth(2020, 12);
const DATA = { from: toMonth(2019, 1), to: AT };
const PEOPLE = 5000;
const CALLED: TrendClass[] = ['falling', 'leaning-falling', 'leaning-rising', 'rising'];

/** A commune's year: events before and after, of which the other communes' prior is made elsewhere. */
function inputOf(before: number, after: number): TrendInput {
	const counts = new Map<Month, number>();
	for (let month = DATA.from; month <= AT; month++) counts.set(month, 0);
	counts.set(DATA.from, before);
	counts.set(AT, after);
	return { counts, populationOf: () => PEOPLE };
}

/** Enough communes for the prior to stand still: their mean and spread are the truth of this province. */
const PROVINCE = 20_000;
const mean = 6;

function drawProvince(ratio: number, share: number, seed: number) {
	const random = seededRandom(seed);
	const changed = Array.from({ length: PROVINCE }, (_, at) => at < PROVINCE * share);
	const inputs = changed.map((has) => {
		const level = random() < 0.5 ? mean * 0.5 : mean * 1.5;
		return {
			input: inputOf(
				randomPoisson(level, random),
				randomPoisson(has ? level * ratio : level, random)
			),
			has
		};
	});
	return { inputs: inputs.map(({ input }) => input), changed };
}

/** The chance of each class for a commune at one of the two levels, for the prior that the province has. */
function theory(ratio: number, prior: { alpha: number; beta: number }): Record<TrendClass, number> {
	const chance = { falling: 0, 'leaning-falling': 0, unclear: 0, 'leaning-rising': 0, rising: 0 };
	for (const level of [mean * 0.5, mean * 1.5]) {
		for (let before = 0; before < 60; before++) {
			for (let after = 0; after < 60; after++) {
				const called = trendClassOf(
					probabilityFalling(
						{ count: after, exposure: PEOPLE },
						{ count: before, exposure: PEOPLE },
						{ mean: 0, ...prior }
					)
				);
				chance[called] +=
					0.5 * poissonProbability(before, level) * poissonProbability(after, level * ratio);
			}
		}
	}
	return chance;
}

/** The prior that both windows together have, were the province endless. */
function truePrior(ratio: number, share: number): { alpha: number; beta: number } {
	const factors = [
		{ weight: 1 - share, sum: 2 },
		{ weight: share, sum: 1 + ratio }
	];
	const of = (power: number) =>
		factors.reduce(
			(total, { weight, sum }) =>
				total + weight * 0.5 * ((mean * 0.5 * sum) ** power + (mean * 1.5 * sum) ** power),
			0
		);
	const rate = of(1) / (2 * PEOPLE);
	const variance = (of(2) - of(1) ** 2) / (2 * PEOPLE) ** 2;
	return { alpha: rate ** 2 / variance, beta: rate / variance };
}

describe.each([
	{ ratio: 1, share: 0 },
	{ ratio: 0.5, share: 0.25 },
	{ ratio: 0.3, share: 0.25 },
	{ ratio: 2, share: 0.25 }
])('classes of trends, rates $ratio times as high in a share of $share', ({ ratio, share }) => {
	const { inputs, changed } = drawProvince(ratio, share, 11);
	const results = computeTrends(inputs, AT, 'same-period', DATA);
	const prior = truePrior(ratio, share);

	it.each([true, false])('are as frequent as theory says where changed is %s', (has) => {
		const found = results.flatMap((result, at) =>
			'trend' in result && changed[at] === has ? [result.trend.class] : []
		);
		if (found.length === 0) return;
		const expected = theory(has ? ratio : 1, prior);
		for (const each of CALLED) {
			const frequency = found.filter((one) => one === each).length / found.length;
			expect(
				Math.abs(frequency - expected[each]),
				`${each} ${frequency} ${expected[each]}`
			).toBeLessThan(0.02);
		}
	});

	it('call an unchanged commune clearly falling less than one time in twenty, and rising likewise', () => {
		const chance = theory(1, prior);
		expect(chance.falling).toBeLessThan(0.05);
		expect(chance.rising).toBeLessThan(0.05);
	});
});
