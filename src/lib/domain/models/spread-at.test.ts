import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadSite } from './fixtures/spread-site.ts';
import { arcsAt, countByUnit, spreadAt, type SpreadSite } from './spread-at.ts';

const DAY = '2026-10-31';
const copyOf = (originId: number, originUnitId: number | null) => ({
	origin: `S${originId}`,
	originId,
	originUnitId
});

const sites = [
	spreadSite(1, { foundedOn: '2018-04-18', closedOn: '2024-01-01' }),
	spreadSite(2, { unitId: 2, foundedOn: '2019-05-01', ...copyOf(1, 1) }),
	spreadSite(3, { unitId: 3, foundedOn: '2020-05-01', ...copyOf(2, 2) }),
	spreadSite(4, { unitId: 2, foundedOn: '2021-05-01', ...copyOf(2, 2) }),
	spreadSite(5, { unitId: 3, type: 'T2', origin: 'Bản X' }),
	spreadSite(6, { unitId: null, type: 'T2' }),
	spreadSite(7, { unitId: 4, type: 'T2', origin: 'Xã A', originUnitId: 1 })
];

describe('how far types have come', () => {
	it('counts active sites and copies, the type with the most sites first', () => {
		expect(spreadAt(sites, DAY)).toEqual({
			types: [
				{ code: 'T1', sites: 3, copies: 3 },
				{ code: 'T2', sites: 3, copies: 2 }
			],
			totals: { sites: 6, types: 2, communes: 3, copies: 5, unplaced: 1 }
		});
		expect(spreadAt(sites, '2019-12-31')).toEqual({
			types: [{ code: 'T1', sites: 2, copies: 1 }],
			totals: { sites: 2, types: 1, communes: 2, copies: 1, unplaced: 0 }
		});
		expect(spreadAt([], DAY).types).toEqual([]);
	});

	it('no longer counts a site from its closing on, nor one that never ran', () => {
		const closed = [spreadSite(1, { foundedOn: '2020-01-31', closedOn: '2020-02-29' })];
		expect(countByUnit(closed, '2020-01-31').get(1)).toBe(1);
		expect(countByUnit(closed, '2020-02-29').get(1)).toBeUndefined();
		const never = [spreadSite(1, { foundedOn: DAY, closedOn: DAY })];
		expect(spreadAt(never, DAY).totals.sites).toBe(0);
	});

	it('counts by commune, of all types or one', () => {
		expect([...countByUnit(sites, DAY)]).toEqual([
			[2, 2],
			[3, 2],
			[4, 1]
		]);
		expect([...countByUnit(sites, DAY, 'T1')]).toEqual([
			[2, 2],
			[3, 1]
		]);
	});
});

describe('arcs of who copied from whom', () => {
	const shown = (choice: { type?: string; unit?: number }, day = DAY) =>
		arcsAt(sites, day, choice).map(({ siteId, fromUnit, toUnit }) => [siteId, fromUnit, toUnit]);

	it('are those of a type, also from a site that was closed, but not within one commune', () => {
		expect(shown({ type: 'T1' })).toEqual([
			[2, 1, 2],
			[3, 2, 3]
		]);
		expect(arcsAt(sites, DAY, { type: 'T1' })[0]).toEqual({
			key: '2 1-2',
			siteId: 2,
			originId: 1,
			fromUnit: 1,
			toUnit: 2,
			on: '2019-05-01'
		});
	});

	it('are those of a commune, whichever end lies there', () => {
		expect(shown({ unit: 2 })).toEqual([
			[2, 1, 2],
			[3, 2, 3]
		]);
		expect(shown({ unit: 1 })).toEqual([
			[2, 1, 2],
			[7, 1, 4]
		]);
		expect(shown({ unit: 1, type: 'T2' })).toEqual([[7, 1, 4]]);
	});

	it('appear with their copy, and are never all', () => {
		expect(shown({ type: 'T1' }, '2019-04-30')).toEqual([]);
		expect(shown({ type: 'T1' }, '2019-05-31')).toEqual([[2, 1, 2]]);
		expect(shown({})).toEqual([]);
	});
});

describe('whatever the sites', () => {
	const day = fc
		.integer({ min: 0, max: 30 })
		.map((at) => `2020-01-${String(at + 1).padStart(2, '0')}`);
	const unit = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
	const anySites = fc
		.array(
			fc.record({
				type: fc.constantFrom('T1', 'T2', 'T3'),
				foundedOn: day,
				closedOn: fc.option(day, { nil: null }),
				unitId: unit,
				copied: fc.boolean(),
				from: unit
			})
		)
		.map((list) =>
			list.map(({ copied, from, ...fields }, at): SpreadSite =>
				spreadSite(at, { ...fields, ...(copied ? { origin: 'Bản X', originUnitId: from } : {}) })
			)
		);
	const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

	it('types and communes add up to the totals', () => {
		fc.assert(
			fc.property(anySites, day, (list, on) => {
				const { types, totals } = spreadAt(list, on);
				expect(sum(types.map((type) => type.sites))).toBe(totals.sites);
				expect(sum(types.map((type) => type.copies))).toBe(totals.copies);
				expect(types.length).toBe(totals.types);
				const counts = countByUnit(list, on);
				expect(sum(counts.values()) + totals.unplaced).toBe(totals.sites);
				expect(counts.size).toBe(totals.communes);
				const each = types.map(({ code }) => sum(countByUnit(list, on, code).values()));
				expect(sum(each)).toBe(sum(counts.values()));
			})
		);
	});

	it('there are no more arcs than copies, each of the commune asked for', () => {
		fc.assert(
			fc.property(anySites, day, (list, on) => {
				for (const { code, copies } of spreadAt(list, on).types) {
					expect(arcsAt(list, on, { type: code }).length).toBeLessThanOrEqual(copies);
				}
				for (const arc of arcsAt(list, on, { unit: 1 })) {
					expect([arc.fromUnit, arc.toUnit]).toContain(1);
					expect(arc.on <= on).toBe(true);
				}
			})
		);
	});
});
