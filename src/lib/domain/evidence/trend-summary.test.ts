import { describe, expect, it } from 'vitest';
import { toMonth, type Month } from '../period.ts';
import { randomPoisson, seededRandom } from './random.ts';
import { computeTrends, type TrendInput } from './trend.ts';
import { summariseTrends } from './trend-summary.ts';

const AT = toMonth(2020, 12);
const DATA = { from: toMonth(2017, 1), to: AT };

/** Communes with so many events a month before and after the last year begins. */
function province(units: number, before: number, after: number, seed: number): TrendInput[] {
	const random = seededRandom(seed);
	return Array.from({ length: units }, () => {
		const counts = new Map<Month, number>();
		for (let month = DATA.from; month <= AT; month++) {
			counts.set(month, randomPoisson(month > AT - 12 ? after : before, random));
		}
		return { counts, populationOf: () => 5000 };
	});
}
const summaryOf = (inputs: TrendInput[]) =>
	summariseTrends(computeTrends(inputs, AT, 'same-period', DATA));

describe('summary of a map of trends', () => {
	it('calls as many falling as it says that chance would, when nothing changed', () => {
		let called = 0;
		let expected = 0;
		let surviving = 0;
		for (let seed = 0; seed < 60; seed++) {
			const summary = summaryOf(province(45, 0.4, 0.4, seed));
			called += summary.falling + summary.rising;
			expected += summary.fallingByChance + summary.risingByChance;
			surviving += summary.surviving[0]!.falling + summary.surviving[0]!.rising;
		}
		expect(called).toBeLessThan(0.1 * 60 * 45);
		expect(Math.abs(called - expected)).toBeLessThan(3 * Math.sqrt(expected) + 3);
		expect(surviving / 60).toBeLessThan(0.15);
	});

	it('keeps what is far more than chance', () => {
		const changed = [...province(35, 1, 1, 7), ...province(10, 4, 0.5, 8)];
		const summary = summaryOf(changed);
		expect(summary.falling).toBeGreaterThanOrEqual(9);
		expect(summary.fallingByChance).toBeLessThan(4);
		expect(summary.surviving[0]!.falling).toBeGreaterThanOrEqual(9);
		expect(summary.surviving[1]!.falling).toBeGreaterThanOrEqual(summary.surviving[0]!.falling);
	});

	it('of nothing is nothing', () => {
		expect(summariseTrends([{ missing: 'not-reported' }])).toEqual({
			judged: 0,
			falling: 0,
			rising: 0,
			fallingByChance: 0,
			risingByChance: 0,
			surviving: [
				{ q: 0.05, falling: 0, rising: 0 },
				{ q: 0.2, falling: 0, rising: 0 }
			]
		});
	});
});
