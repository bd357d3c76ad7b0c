import { describe, expect, it } from 'vitest';
import { estimateChange } from './change-model.ts';
import { fixedFrame, FIXED_TO } from './fixtures/fixed-table.ts';
import { unitTrend, type Trend } from './trend.ts';
import type { TrendBase, TrendQuestion } from './classes.ts';
import { knownAt } from './known-figures.ts';
import { noiseAt } from './yearly-noise.ts';

const frame = fixedFrame();
const trendOf = (commune: number, question: TrendQuestion, base: TrendBase): Trend => {
	const result = unitTrend(frame, commune - 1, FIXED_TO, { base, question });
	if ('missing' in result) throw new Error(result.missing);
	return result.trend;
};

describe('the fixed table', () => {
	it('has the yearly noise that R finds', () => {
		const { v, estimate } = noiseAt(knownAt(frame, FIXED_TO), FIXED_TO);
		expect(estimate!.value).toBeCloseTo(0.11644873, 8);
		expect(estimate!.error).toBeCloseTo(0.0196661, 8);
		expect(v).toBeCloseTo(0.13611483, 8);
	});

	it.each([
		[
			3,
			'own',
			'same-period',
			'3 → 1',
			1,
			0.255229,
			0.644673,
			0.843415,
			0.395453,
			1.793642,
			'unclear'
		],
		[
			11,
			'own',
			'same-period',
			'1 → 8',
			1,
			0.255229,
			0.160225,
			1.541768,
			0.75375,
			3.176359,
			'leaning-rising'
		],
		[
			3,
			'own',
			'three-years',
			'23 → 1',
			1 / 3,
			0.170153,
			0.897627,
			0.593396,
			0.297066,
			1.165689,
			'leaning-falling'
		],
		[
			8,
			'own',
			'three-years',
			'5 → 10',
			1 / 3,
			0.170153,
			0.054396,
			1.900877,
			0.983605,
			3.672898,
			'leaning-rising'
		],
		[
			5,
			'province',
			'same-period',
			'17 → 9',
			1.596154,
			0.280591,
			0.84211,
			0.669623,
			0.34655,
			1.292195,
			'leaning-falling'
		],
		[
			8,
			'province',
			'three-years',
			'5 → 10',
			0.30597,
			0.184685,
			0.050883,
			1.933431,
			0.996577,
			3.749745,
			'leaning-rising'
		],
		[10, 'own', 'same-period', '0 → 0', 1, 0.255229, 0.5, 1, 0.439364, 2.276017, 'unclear']
	] as const)(
		'commune %i, %s, %s',
		(commune, question, base, counts, ratio, noise, chance, median, low, high, named) => {
			const trend = trendOf(commune, question, base);
			expect(`${Math.round(trend.base.count)} → ${Math.round(trend.now.count)}`).toBe(counts);
			const change = estimateChange(trend.windows);
			[
				trend.windows.ratio,
				trend.windows.noise,
				trend.probabilityFalling,
				change.ratio,
				change.low,
				change.high
			].forEach((value, at) =>
				expect(Math.abs(value - [ratio, noise, chance, median, low, high][at]!)).toBeLessThan(6e-7)
			);
			expect(trend.class).toBe(named);
		}
	);
});
