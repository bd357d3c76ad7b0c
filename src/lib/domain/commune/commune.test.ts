import { describe, expect, it } from 'vitest';
import { toMonth } from '../period.ts';
import { findLikeCommunes } from './like-communes.ts';
import { findGaps, slopePoints, sumYears, yearlyFigures } from './yearly.ts';

const RANGE = { from: toMonth(2019, 1), to: toMonth(2020, 6) };
const series = new Map(
	Array.from({ length: 18 }, (_, at) => [RANGE.from + at, 1] as const).filter(
		([month]) => month !== toMonth(2020, 2) && month !== toMonth(2020, 3)
	)
);

describe('years of a series', () => {
	it('count what was reported, with person-years of just those months', () => {
		expect(yearlyFigures(series, () => 1200, RANGE)).toEqual([
			{ year: 2019, count: 12, months: 12, exposure: 1200 },
			{ year: 2020, count: 4, months: 4, exposure: 400 }
		]);
	});

	it('have no exposure without a population, and none of zero', () => {
		const figures = yearlyFigures(series, (year) => (year === 2019 ? 0 : undefined), RANGE);
		expect(figures.map(({ exposure }) => exposure)).toEqual([undefined, undefined]);
		expect(sumYears([figures])).toEqual([]);
		expect(slopePoints(figures)).toEqual([]);
	});

	it('of a group are summed, and only whole years make a slope', () => {
		const one = yearlyFigures(series, () => 1200, RANGE);
		expect(sumYears([one, one])[1]).toEqual({ year: 2020, count: 8, months: 4, exposure: 800 });
		expect(one[0]?.count).toBe(12);
		expect(slopePoints(one)).toEqual([{ time: 2019, count: 12, exposure: 1200 }]);
	});

	it('know their gaps', () => {
		expect(findGaps(series, RANGE)).toEqual([{ from: toMonth(2020, 2), to: toMonth(2020, 3) }]);
		expect(findGaps(new Map(), { from: 5, to: 6 })).toEqual([{ from: 5, to: 6 }]);
	});
});

describe('like communes', () => {
	const commune = (unitId: number, kind: string, population: number, rate: number) => ({
		unitId,
		kind,
		population,
		rate
	});
	const one = commune(1, 'Xã', 5000, 0.001);

	it('are of its kind, the nearest by people and rate first', () => {
		const all = [
			one,
			commune(2, 'Phường', 5000, 0.001),
			commune(3, 'Xã', 20_000, 0.001),
			commune(4, 'Xã', 5200, 0.0011),
			commune(5, 'Xã', 5000, 0)
		];
		expect(findLikeCommunes(one, all)).toEqual([4, 5, 3]);
		expect(findLikeCommunes(one, all, 1)).toEqual([4]);
	});

	it('are found where nothing was recorded anywhere', () => {
		const quiet = [commune(1, 'Xã', 5000, 0), commune(2, 'Xã', 6000, 0)];
		expect(findLikeCommunes(quiet[0]!, quiet)).toEqual([2]);
	});
});
