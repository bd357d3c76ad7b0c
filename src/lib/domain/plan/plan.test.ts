import { describe, expect, it } from 'vitest';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { randomGamma, seededRandom } from '../evidence/random.ts';
import { normalise, NORMALISATIONS } from './normalise.ts';
import { MAX_RATIO, pairwiseWeights } from './pairwise.ts';
import { drawRanks } from './rank-draws.ts';
import { scoreUnit } from './score.ts';

describe('normalisation', () => {
	const values = [4, undefined, 1, 9, 4];
	it.each(NORMALISATIONS)(
		'%s keeps order, ties and gaps, and turns round with the direction',
		(how) => {
			const high = normalise(values, 'high', how);
			const low = normalise(values, 'low', how);
			expect(high[1]).toBeUndefined();
			expect(high[0]).toBe(high[4]);
			expect(high[2]!).toBeLessThan(high[0]!);
			expect(high[0]!).toBeLessThan(high[3]!);
			high.forEach((value, at) => {
				if (value === undefined) return;
				expect(value).toBeGreaterThanOrEqual(0);
				expect(value).toBeLessThanOrEqual(1);
				expect(low[at]).toBeCloseTo(1 - value, 12);
			});
			expect(normalise([3, 3, 3], 'high', how)).toEqual([0.5, 0.5, 0.5]);
			expect(normalise([undefined], 'high', how)).toEqual([undefined]);
		}
	);
	it('has the plain values', () => {
		expect(normalise([1, 3, 2], 'high', 'min-max')).toEqual([0, 1, 0.5]);
		expect(normalise([10, 30, 20, 20], 'high', 'rank')).toEqual([0, 1, 0.5, 0.5]);
		const [low, middle] = normalise([0, 1, 2], 'high', 'z');
		expect(middle).toBeCloseTo(0.5, 12);
		// The logistic with 1.702 stays within a hundredth of the normal distribution.
		expect(Math.abs(low! - normalCdf(-Math.sqrt(1.5), 0, 1))).toBeLessThan(0.01);
	});
});

describe('a score', () => {
	it('is the weighted mean, opens into its parts, and is none where one of them is missing', () => {
		const weights = { rate: 2, rising: 1, cluster: 1, off: 0 };
		const full = scoreUnit({ rate: 1, rising: 0.5, cluster: 0, off: 1 }, weights);
		expect(full.total).toBeCloseTo(0.625, 12);
		expect(full.contributions.map(({ points }) => points)).toEqual([0.5, 0.125, 0]);
		expect(full.contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
		const gap = scoreUnit({ rate: 1, rising: undefined, cluster: 0 }, weights);
		expect(gap.total).toBeUndefined();
		expect(scoreUnit({}, weights).total).toBeUndefined();
		expect(scoreUnit({ rate: 1 }, { rate: 0 }).total).toBeUndefined();
	});
});

describe('pairwise comparison', () => {
	it('gives back weights from comparisons that agree', () => {
		const given = [0.5, 0.3, 0.2];
		const { weights, ratio } = pairwiseWeights(3, (i, j) => given[i]! / given[j]!);
		weights.forEach((weight, at) => expect(weight).toBeCloseTo(given[at]!, 9));
		expect(ratio).toBeCloseTo(0, 9);
	});
	it('has Saaty’s example of buying a house', () => {
		// Size, transport, neighbourhood, age, yard, facilities, condition, financing (Saaty 1990).
		const rows = [
			[1, 5, 3, 7, 6, 6, 1 / 3, 1 / 4],
			[1 / 5, 1, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
			[1 / 3, 3, 1, 6, 3, 4, 6, 1 / 5],
			[1 / 7, 1 / 5, 1 / 6, 1, 1 / 3, 1 / 4, 1 / 7, 1 / 8],
			[1 / 6, 1 / 3, 1 / 3, 3, 1, 1 / 2, 1 / 5, 1 / 6],
			[1 / 6, 1 / 3, 1 / 4, 4, 2, 1, 1 / 5, 1 / 6],
			[3, 5, 1 / 6, 7, 5, 5, 1, 1 / 2],
			[4, 7, 5, 8, 6, 6, 2, 1]
		];
		const { weights, ratio } = pairwiseWeights(8, (i, j) => rows[i]![j]!);
		const published = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333];
		weights.forEach((weight, at) => expect(weight).toBeCloseTo(published[at]!, 2));
		expect(ratio).toBeCloseTo(0.169, 2);
		expect(ratio).toBeGreaterThan(MAX_RATIO);
	});
	it('needs no comparison for one criterion, and knows no more than ten', () => {
		expect(pairwiseWeights(1, () => 1)).toEqual({ weights: [1], ratio: 0 });
		expect(() => pairwiseWeights(11, () => 1)).toThrow(RangeError);
	});
});

describe('ranks over draws', () => {
	it('are a coin’s toss between two communes that are alike', () => {
		const [one, other] = drawRanks(
			{
				units: 2,
				weights: [1],
				draw: (random, [values]) => {
					values![0] = random();
					values![1] = random();
				},
				first: 1
			},
			{ draws: 20_000 }
		);
		expect(one!.amongFirst + other!.amongFirst).toBeCloseTo(1, 12);
		expect(Math.abs(one!.amongFirst - 0.5)).toBeLessThan(0.011);
		expect([one!.low, one!.high]).toEqual([1, 2]);
	});

	it('agree with the closed form of two gamma rates', () => {
		// P(X > Y) for X ~ Gamma(2), Y ~ Gamma(1): a beta probability, here 1 − 2⁻² = 0.75.
		const [one] = drawRanks(
			{
				units: 2,
				weights: [1],
				draw: (random, [values]) => {
					values![0] = randomGamma(2, random);
					values![1] = randomGamma(1, random);
				},
				first: 1
			},
			{ draws: 20_000, seed: 9 }
		);
		expect(Math.abs(one!.amongFirst - 0.75)).toBeLessThan(0.01);
	});

	it('agree with the closed form of a drawn weight', () => {
		// Weights a and 1 − a with a ~ Beta(20, 20): the first commune leads where a > 1/2, half of the draws;
		// the second criterion at 0.9 for the other moves the line to a > 0.9 / 1.9.
		const weights = [1, 1];
		const [one] = drawRanks(
			{
				units: 2,
				weights,
				draw: (_random, [first, second]) => {
					first!.set([1, 0]);
					second!.set([0, 0.9]);
				},
				first: 1
			},
			{ draws: 20_000, seed: 4 }
		);
		const random = seededRandom(77);
		let leads = 0;
		for (let round = 0; round < 20_000; round++) {
			const [a, b] = [randomGamma(20, random), randomGamma(20, random)];
			if (a / (a + b) > 0.9 / 1.9) leads++;
		}
		expect(Math.abs(one!.amongFirst - leads / 20_000)).toBeLessThan(0.015);
	});

	it('are the same for the same seed, and leave gaps out', () => {
		const question = {
			units: 3,
			weights: [2, 1],
			draw: (random: () => number, [a, b]: readonly Float64Array[]) => {
				a!.set([0.9, NaN, 0.1]);
				b!.set([random(), 1, 0]);
			},
			first: 1
		};
		expect(drawRanks(question, { draws: 300, seed: 5 })).toEqual(
			drawRanks(question, { draws: 300, seed: 5 })
		);
		const [, gap, last] = drawRanks(question, { draws: 300 });
		expect(gap!.median).toBe(1);
		expect([last!.low, last!.high]).toEqual([3, 3]);
	});
});
