import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateRatio } from './ratio.ts';

const arms = (before: number[], after: number[]) =>
	before.map((count, at) => ({ before: count, after: after[at]! }));
const treated = arms([12, 7, 20, 9, 15], [8, 6, 11, 9, 7]);
const controls = arms([5, 3, 8, 2, 6, 4, 7, 3, 1, 5], [4, 4, 7, 2, 5, 5, 6, 2, 2, 5]);

describe('the ratio of two groups', () => {
	it('has the published value and interval', () => {
		const found = estimateRatio(treated, controls)!;
		expect(found.ratio).toBeCloseTo(0.6817838, 7);
		expect(found.standardError).toBeCloseTo(0.1484539, 7);
		expect(found.t).toBeCloseTo(2.776445, 6);
		expect(found.interval[0]).toBeCloseTo(0.4514834, 7);
		expect(found.interval[1]).toBeCloseTo(1.02956, 7);
		expect(found.sums.treatedAfter / found.ratio).toBeCloseTo(60.136364, 6);
	});

	it('is the same to the last digit in any order of communes', () => {
		fc.assert(
			fc.property(
				fc.shuffledSubarray(treated, { minLength: 5 }),
				fc.shuffledSubarray(controls, { minLength: 10 }),
				(one, other) => {
					expect(estimateRatio(one, other)).toEqual(estimateRatio(treated, controls));
				}
			)
		);
	});

	it('is not given where nothing is left without one commune', () => {
		expect(estimateRatio(arms([9, 0], [4, 0]), controls)).toBeUndefined();
		expect(estimateRatio(treated, [])).toBeUndefined();
		expect(estimateRatio(arms([0, 0], [1, 2]), controls)).toBeUndefined();
	});
});
