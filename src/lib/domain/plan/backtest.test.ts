import { describe, expect, it } from 'vitest';
import { backtest, exactBinomialInterval } from './backtest.ts';

describe('a backtest', () => {
	it('counts hits, misses and extras, beside what lots would find', () => {
		const found = backtest([1, 2, 3, 4], [2, 4, 9], 20);
		expect(found.hits).toEqual([2, 4]);
		expect(found.missed).toEqual([9]);
		expect(found.extra).toEqual([1, 3]);
		expect(found.share).toBeCloseTo(2 / 3, 12);
		expect(found.byChance).toBeCloseTo(0.2, 12);
		expect(backtest([], [1], 0).byChance).toBe(0);
	});

	it('has the exact interval that R’s binom.test gives', () => {
		const [low, high] = exactBinomialInterval(10, 40);
		expect(low).toBeCloseTo(0.1269148, 6);
		expect(high).toBeCloseTo(0.411962, 6);
		expect(exactBinomialInterval(0, 44)).toEqual([0, expect.closeTo(0.0804196, 6)]);
		expect(exactBinomialInterval(44, 44)).toEqual([expect.closeTo(0.9195804, 6), 1]);
	});
});
