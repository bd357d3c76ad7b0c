import { describe, expect, it } from 'vitest';
import { negativeBinomialCdf, negativeBinomialQuantile } from './negative-binomial.ts';
import { studentQuantile } from './student.ts';

describe('counts that vary more than Poisson counts', () => {
	it('have the published quantiles and probabilities', () => {
		const quantiles = [0.05, 0.5, 0.95].map((share) => negativeBinomialQuantile(share, 6, 0.2));
		expect(quantiles).toEqual([1, 5, 13]);
		expect(negativeBinomialCdf(3, 6, 0.2)).toBeCloseTo(0.269131, 6);
		expect(negativeBinomialCdf(10, 6, 0.2)).toBeCloseTo(0.8865407, 7);
		expect([0.05, 0.95].map((share) => negativeBinomialQuantile(share, 7.4, 0.25))).toEqual([
			1, 16
		]);
	});

	it('are Poisson counts without dispersion', () => {
		expect(negativeBinomialCdf(4, 10, 0)).toBeCloseTo(0.02925269, 8);
		expect(negativeBinomialCdf(4, 10, 1e-8)).toBeCloseTo(0.02925269, 6);
		expect(negativeBinomialCdf(1000, 900, 0)).toBeCloseTo(0.9994, 3);
		expect(negativeBinomialQuantile(0.975, 10, 0)).toBe(17);
	});

	it('of nothing are nothing', () => {
		expect(negativeBinomialQuantile(0.999, 0, 0.1)).toBe(0);
		expect(negativeBinomialCdf(-1, 3, 0.1)).toBe(0);
		expect(negativeBinomialCdf(0, 0, 0.1)).toBe(1);
	});
});

it('has Student’s quantiles', () => {
	const known = [
		[4, 2.776445],
		[7, 2.364624],
		[9, 2.262157],
		[43, 2.016692]
	] as const;
	for (const [df, t] of known) expect(studentQuantile(0.975, df)).toBeCloseTo(t, 6);
});
