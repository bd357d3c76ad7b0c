import { describe, expect, it } from 'vitest';
import { eTest } from './e-test.ts';

describe('E-test of two rates', () => {
	it.each([
		[10, 20, 0.068832],
		[8, 3, 0.140709],
		[5, 0, 0.019756]
	])('of %i against %i', (one, other, p) => {
		expect(eTest(one, other)).toBeCloseTo(p, 6);
		expect(eTest(other, one)).toBeCloseTo(p, 6);
	});

	it('is 1 for equal rates and for nothing at all', () => {
		expect(eTest(4, 8, 1, 2)).toBeCloseTo(1, 9);
		expect(eTest(0, 0)).toBe(1);
	});
});
