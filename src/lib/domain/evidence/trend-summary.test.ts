import { describe, expect, it } from 'vitest';
import { toMonth, type Month } from '../period.ts';
import { FrameFigures, type UnitFigures } from './frame-figures.ts';
import { randomPoisson, seededRandom } from './random.ts';
import { computeTrends } from './trend.ts';
import { summariseTrends } from './trend-summary.ts';

const AT = toMonth(2020, 12);
const DATA = { from: toMonth(2017, 1), to: AT };

/** Communes with so many events a month before and after the last year begins. */
function province(units: number, before: number, after: number, seed: number): UnitFigures[] {
	const random = seededRandom(seed);
	return Array.from({ length: units }, () => {
		const counts = new Map<Month, number>();
		for (let month = DATA.from; month <= AT; month++) {
			counts.set(month, randomPoisson(month > AT - 12 ? after : before, random));
		}
		return { counts, populationOf: () => 5000 };
	});
}
const summaryOf = (units: UnitFigures[]) =>
	summariseTrends(
		computeTrends(new FrameFigures(units, DATA), AT, { base: 'same-period', question: 'own' })
	);

describe('summary of a map of trends', () => {
	it('names no more than it says that chance may, when nothing changed', () => {
		let [falling, rising, surviving] = [0, 0, 0];
		for (let seed = 0; seed < 60; seed++) {
			const summary = summaryOf(province(45, 4, 4, seed));
			expect(summary.byChance).toBe(3);
			falling += summary.falling;
			rising += summary.rising;
			surviving += summary.surviving[0]!.falling + summary.surviving[0]!.rising;
		}
		expect(falling).toBeLessThanOrEqual(0.05 * 60 * 45);
		expect(rising).toBeLessThanOrEqual(0.05 * 60 * 45);
		expect(surviving / 60).toBeLessThan(0.15);
	});

	it('keeps what is far more than chance', () => {
		const summary = summaryOf([...province(35, 2, 2, 7), ...province(10, 12, 2, 8)]);
		expect(summary.falling).toBeGreaterThanOrEqual(8);
		expect(summary.judged).toBe(summary.falling + summary.rising + summary.unclear);
		expect(summary.surviving[0]!.falling).toBeGreaterThanOrEqual(6);
		expect(summary.surviving[1]!.falling).toBeGreaterThanOrEqual(summary.surviving[0]!.falling);
	});

	it('of nothing is nothing', () => {
		expect(summariseTrends([{ missing: 'not-reported' }])).toEqual({
			judged: 0,
			falling: 0,
			rising: 0,
			unclear: 0,
			byChance: 0,
			surviving: [
				{ q: 0.05, falling: 0, rising: 0 },
				{ q: 0.2, falling: 0, rising: 0 }
			]
		});
	});
});
