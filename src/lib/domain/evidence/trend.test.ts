import type { TrendBase } from './classes.ts';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMonth } from '../period.ts';
import { computeTrends, probabilityFalling, trendClassOf, type TrendInput } from './trend.ts';

describe('trendClassOf', () => {
	it.each([
		[1, 'falling'],
		[0.95, 'falling'],
		[0.9499, 'leaning-falling'],
		[0.8, 'leaning-falling'],
		[0.7999, 'unclear'],
		[0.2001, 'unclear'],
		[0.2, 'leaning-rising'],
		[0.0501, 'leaning-rising'],
		[0.05, 'rising'],
		[0, 'rising']
	])('takes %f for %s', (probability, trendClass) => {
		expect(trendClassOf(probability)).toBe(trendClass);
	});
});

describe('the incomplete beta function', () => {
	it('has the values of its closed forms', () => {
		expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 14);
		expect(betaCdf(0.3, 2, 1)).toBeCloseTo(0.09, 14);
		expect(betaCdf(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 14);
		expect(betaCdf(0.25, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 12);
	});
});

const exposed = fc.record({
	count: fc.integer({ min: 0, max: 80 }),
	exposure: fc.integer({ min: 500, max: 40_000 })
});
const prior = fc.record({
	mean: fc.constant(0),
	alpha: fc.integer({ min: 1, max: 30 }),
	beta: fc.integer({ min: 0, max: 20_000 })
});

describe('probabilityFalling', () => {
	it('is a tail of the binomial distribution for whole shapes', () => {
		fc.assert(
			fc.property(exposed, exposed, prior, (now, base, each) => {
				const bNow = each.beta + now.exposure;
				const x = bNow / (bNow + each.beta + base.exposure);
				const a = each.alpha + now.count;
				const n = a + each.alpha + base.count - 1;
				expect(probabilityFalling(now, base, each)).toBeCloseTo(binomialTail(a, n, x), 8);
			})
		);
	});

	it('and its opposite make 1', () => {
		fc.assert(
			fc.property(exposed, exposed, prior, (now, base, each) => {
				const sum = probabilityFalling(now, base, each) + probabilityFalling(base, now, each);
				expect(sum).toBeCloseTo(1, 9);
			})
		);
	});

	it('is one half for equal data', () => {
		fc.assert(
			fc.property(exposed, prior, (now, each) => {
				expect(probabilityFalling(now, now, each)).toBeCloseTo(0.5, 9);
			})
		);
	});

	it('falls with each further event now, and rises with each further one before', () => {
		fc.assert(
			fc.property(exposed, exposed, prior, (now, base, each) => {
				const here = probabilityFalling(now, base, each);
				const more = (window: typeof now) => ({ ...window, count: window.count + 1 });
				expect(probabilityFalling(more(now), base, each)).toBeLessThanOrEqual(here + 1e-12);
				expect(probabilityFalling(now, more(base), each)).toBeGreaterThanOrEqual(here - 1e-12);
			})
		);
	});
});

/** P(X ≥ k) for X ~ Bin(n, p). */
function binomialTail(k: number, n: number, p: number): number {
	let logTerm = n * Math.log1p(-p);
	let sum = k <= 0 ? Math.exp(logTerm) : 0;
	for (let at = 1; at <= n; at++) {
		logTerm += Math.log((n - at + 1) / at) + Math.log(p) - Math.log1p(-p);
		if (at >= k) sum += Math.exp(logTerm);
	}
	return sum;
}

const DATA = { from: toMonth(2017, 1), to: toMonth(2023, 12) };

/** Counts that are the same in all months of a year. */
function monthly(byYear: Record<number, number>, fields: Partial<TrendInput> = {}): TrendInput {
	const counts = new Map<number, number>();
	for (const [year, count] of Object.entries(byYear)) {
		for (let month = 1; month <= 12; month++) counts.set(toMonth(Number(year), month), count);
	}
	return { counts, populationOf: () => 5000, ...fields };
}

function trendsAt(inputs: TrendInput[], base: TrendBase, at = toMonth(2023, 12)) {
	return computeTrends(inputs, at, base, DATA);
}

describe('computeTrends', () => {
	const spread = [
		monthly({ 2022: 1, 2023: 1 }),
		monthly({ 2022: 20, 2023: 5 }),
		monthly({ 2022: 3, 2023: 12 }),
		monthly({ 2022: 0, 2023: 0 })
	];

	it('tells falls from rises, in the order of its inputs', () => {
		const classes = trendsAt(spread, 'same-period').map((result) =>
			'trend' in result ? result.trend.class : result.missing
		);
		expect(classes).toEqual(['unclear', 'falling', 'rising', 'unclear']);
	});

	it('hands on the counts and person-years that it rests on', () => {
		const [, falling] = trendsAt(spread, 'same-period');
		if (!falling || !('trend' in falling)) expect.fail('no trend');
		expect(falling.trend.now).toEqual({ count: 60, exposure: expect.closeTo(5000, 6) });
		expect(falling.trend.base).toEqual({ count: 240, exposure: expect.closeTo(5000, 6) });
		expect(falling.trend.rateRatio).toBeGreaterThan(60 / 240);
		expect(falling.trend.rateRatio).toBeLessThan(1);
	});

	it('takes three years for a base of three years', () => {
		const [result] = trendsAt([monthly({ 2020: 1, 2021: 2, 2022: 3, 2023: 2 })], 'three-years');
		if (!result || !('trend' in result)) expect.fail('no trend');
		expect(result.trend.base).toEqual({
			count: 72,
			exposure: expect.closeTo(15_000, 6)
		});
	});

	it('takes the year before approval', () => {
		const approvedIn = toMonth(2019, 4);
		const [result] = trendsAt(
			[monthly({ 2018: 2, 2019: 1, 2023: 1 }, { approvedIn })],
			'before-approval'
		);
		if (!result || !('trend' in result)) expect.fail('no trend');
		expect(result.trend.base.count).toBe(9 * 2 + 3 * 1);
	});

	it('shrinks all to one mean when the communes do not differ', () => {
		const alike = Array.from({ length: 4 }, () => monthly({ 2022: 2, 2023: 1 }));
		for (const result of trendsAt(alike, 'same-period')) {
			if (!('trend' in result)) expect.fail('no trend');
			expect(result.trend.rateRatio).toBeCloseTo(1, 3);
		}
	});

	it('calls nothing a trend where nothing happened at all', () => {
		const [result] = trendsAt([monthly({ 2022: 0, 2023: 0 })], 'same-period');
		expect(result).toMatchObject({ trend: { class: 'unclear' } });
	});

	it.each<[string, TrendInput, TrendBase, number, string]>([
		['base before data', monthly({ 2019: 1 }), 'three-years', toMonth(2019, 12), 'before-data'],
		[
			'window after data',
			monthly({ 2023: 1 }),
			'same-period',
			toMonth(2024, 1),
			'not-yet-reported'
		],
		['a silent year', monthly({ 2022: 1 }), 'same-period', toMonth(2023, 12), 'not-reported'],
		[
			'no population',
			monthly({ 2022: 1, 2023: 1 }, { populationOf: () => undefined }),
			'same-period',
			toMonth(2023, 12),
			'no-population'
		],
		[
			'no approval',
			monthly({ 2022: 1, 2023: 1 }),
			'before-approval',
			toMonth(2023, 12),
			'no-approval'
		]
	])('names the reason: %s', (_, input, base, at, missing) => {
		expect(trendsAt([input], base, at)).toEqual([{ missing }]);
	});
});
