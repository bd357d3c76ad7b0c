import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAP_CLASSES, statusCode, type StatusClass } from '#lib/domain/map-class.ts';
import { sumStatuses } from './status-sum.ts';

const STATUS_CODES = MAP_CLASSES.filter(({ mapClass }) => mapClass.theme === 'status').map(
	({ code }) => code
);

describe('the legend as a sum', () => {
	it('has the province’s published figures from their parts', () => {
		const counts = new Map<number, number>(
			(
				[
					['met', 35],
					['exited', 4],
					['relapsed', 1],
					['retransforming', 2],
					['active', 2],
					['none', 85]
				] as [StatusClass, number][]
			).map(([status, count]) => [statusCode(status), count])
		);
		const sum = sumStatuses(counts);
		expect([sum.transformed, sum.approved, sum.total]).toEqual([42, 44, 129]);
		expect(sum.reached.map(({ count }) => count)).toEqual([35, 4, 1, 2]);
		expect(sum.absent).toEqual(['approved', 'appraisal', 'not_met', 'proposed', 'survey']);
	});

	it('adds up for whatever counts: each state is in one part, and parts sum to all', () => {
		const anyCounts = fc
			.array(fc.tuple(fc.constantFrom(...STATUS_CODES), fc.nat(200)))
			.map((entries) => new Map(entries));
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const sum = sumStatuses(counts);
				const parts = [...sum.reached, ...sum.neverReached, ...sum.others];
				const all = [...counts.values()].reduce((total, count) => total + count, 0);
				const of = (list: readonly { count: number }[]) =>
					list.reduce((total, { count }) => total + count, 0);
				expect(new Set(parts.map(({ code }) => code)).size).toBe(parts.length);
				expect(of(parts)).toBe(all);
				expect(sum.total).toBe(all);
				expect(sum.transformed).toBe(of(sum.reached));
				expect(sum.approved).toBe(sum.transformed + of(sum.neverReached));
				for (const { count } of parts) expect(count).toBeGreaterThan(0);
			})
		);
	});

	it('leaves classes of other themes out', () => {
		const other = MAP_CLASSES.find(({ mapClass }) => mapClass.theme === 'trend')!;
		expect(sumStatuses(new Map([[other.code, 7]])).total).toBe(0);
	});
});
