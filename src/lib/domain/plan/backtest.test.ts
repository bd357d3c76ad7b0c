import { describe, expect, it } from 'vitest';
import { atLeastByLot, backtest, exactBinomialInterval } from './backtest.ts';

describe('a backtest', () => {
	it('counts hits, misses and extras, beside what lots would find', () => {
		const found = backtest([1, 2, 3, 4], [2, 4, 9], 20);
		expect(found.hits).toEqual([2, 4]);
		expect(found.missed).toEqual([9]);
		expect(found.extra).toEqual([1, 3]);
		expect(found.share).toBeCloseTo(2 / 3, 12);
		expect(found.expected).toBeCloseTo(0.6, 12);
		// Of C(20,4) = 4845 choices, 3·C(17,2) + C(17,1) = 425 have two or three of the three.
		expect(found.chance).toBeCloseTo(425 / 4845, 12);
		expect(backtest([], [1], 0)).toMatchObject({ expected: 0, chance: 1 });
	});

	it('has the published chances of lots', () => {
		expect(atLeastByLot(4, 100, 10, 10)).toBeCloseTo(0.008224876, 9);
		expect(atLeastByLot(7, 100, 20, 20)).toBeCloseTo(0.063669, 6);
		expect(atLeastByLot(0, 10, 3, 3)).toBeCloseTo(1, 12);
		expect(atLeastByLot(3, 3, 3, 3)).toBe(1);
	});

	it('has the exact interval that R’s binom.test gives', () => {
		const [low, high] = exactBinomialInterval(10, 40);
		expect(low).toBeCloseTo(0.1269148, 6);
		expect(high).toBeCloseTo(0.411962, 6);
		expect(exactBinomialInterval(0, 44)).toEqual([0, expect.closeTo(0.0804196, 6)]);
		expect(exactBinomialInterval(44, 44)).toEqual([expect.closeTo(0.9195804, 6), 1]);
	});
});
