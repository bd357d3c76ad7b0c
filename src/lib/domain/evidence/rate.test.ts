import { describe, expect, it } from 'vitest';
import { exactPoissonInterval, ratePer10000 } from './rate.ts';

describe('exactPoissonInterval', () => {
	// Garwood 1936, computed with SciPy: chi2.ppf.
	it.each([
		[0, 0, 3.6888794541],
		[1, 0.025317808, 5.5716433909],
		[5, 1.6234863901, 11.6683320793],
		[10, 4.7953886961, 18.390356042],
		[100, 81.3639912509, 121.6267937924]
	])('of %i is %f to %f', (count, low, high) => {
		const [from, to] = exactPoissonInterval(count);
		expect(from).toBeCloseTo(low, 8);
		expect(to).toBeCloseTo(high, 8);
	});
});

describe('ratePer10000', () => {
	it('counts events per 10,000 person-years', () => {
		expect(ratePer10000(3, 6000)).toBe(5);
	});
});
