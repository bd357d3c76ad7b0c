import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactTwoWindowTest, largestDifferingAfter } from './two-window-test.ts';

describe('exactTwoWindowTest', () => {
	it.each([
		[10, 20, 0.098737],
		[8, 3, 0.22656],
		[5, 0, 0.0625]
	])('gives for %i and %i the p-value %f', (before, after, p) => {
		expect(exactTwoWindowTest(before, after)).toBeCloseTo(p, 5);
	});

	it('agrees with R: poisson.test(c(11, 21), c(800, 3011))', () => {
		expect(exactTwoWindowTest(11, 21, 800, 3011)).toBeCloseTo(0.07966863, 8);
	});

	it('finds nothing where nothing happened', () => {
		expect(exactTwoWindowTest(0, 0)).toBe(1);
	});

	it('is a probability and does not mind the order of the windows', () => {
		const count = fc.integer({ min: 0, max: 400 });
		const exposure = fc.integer({ min: 1, max: 50_000 });
		fc.assert(
			fc.property(count, count, exposure, exposure, (k1, k2, n1, n2) => {
				const p = exactTwoWindowTest(k1, k2, n1, n2);
				expect(p).toBeGreaterThanOrEqual(0);
				expect(p).toBeLessThanOrEqual(1);
				expect(exactTwoWindowTest(k2, k1, n2, n1)).toBeCloseTo(p, 9);
			})
		);
	});
});

describe('largestDifferingAfter', () => {
	it.each([
		[6, 0],
		[8, 1],
		[10, 2],
		[15, 5],
		[20, 8],
		[30, 15],
		[50, 31],
		[100, 73]
	])('is for %i before at most %i after', (before, after) => {
		expect(largestDifferingAfter(before)).toBe(after);
	});

	it('is undefined where even zero would prove nothing', () => {
		expect(largestDifferingAfter(5)).toBeUndefined();
	});
});
