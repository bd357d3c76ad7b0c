import { describe, expect, it } from 'vitest';
import { commune, merger } from './fixtures/build-history.ts';
import { buildLineage, findContinuation, listAncestors, matchUnits } from './succession.ts';

const until2019 = { validTo: '2019-12-31' };
const since2020 = { validFrom: '2020-01-01', validTo: '2025-06-30' };

describe('buildLineage', () => {
	it('joins a unit with the one of the same code and name that begins the day after', () => {
		const units = [
			commune(1, { code: '03200', name: 'Pu Nhi', ...until2019 }),
			commune(2, { code: '03200', name: 'Pu Nhi', ...since2020 })
		];
		const lineage = buildLineage(units, []);
		expect(findContinuation(lineage, 2)).toBe(1);
		expect(lineage.has(1)).toBe(false);
	});

	it.each([
		['another name', { name: 'Nà Tấu' }],
		['a gap in time', { validFrom: '2020-01-02' }],
		['another level', { level: 'district' as const }]
	])('does not join over %s', (_, difference) => {
		const units = [
			commune(1, { code: '03200', name: 'Pu Nhi', ...until2019 }),
			commune(2, { code: '03200', name: 'Pu Nhi', ...since2020, ...difference })
		];
		expect(buildLineage(units, []).size).toBe(0);
	});

	it('believes the law before the name', () => {
		const units = [
			commune(1, { code: '03200', name: 'Pu Nhi', ...until2019 }),
			commune(2, { code: '03200', name: 'Pu Nhi', ...since2020 }),
			commune(3, since2020)
		];
		const lineage = buildLineage(units, [merger(1, 3)]);
		expect(lineage.get(3)?.map(({ unitId }) => unitId)).toEqual([1]);
		expect(lineage.has(2)).toBe(false);
	});
});

describe('listAncestors', () => {
	it('multiplies shares along the way', () => {
		const units = [1, 2, 3].map((id) => commune(id));
		const lineage = buildLineage(units, [
			merger(1, 2, { kind: 'part', populationWeight: 0.5 }),
			merger(2, 3, { kind: 'part', populationWeight: 0.25 })
		]);
		expect(listAncestors(lineage, 3)).toEqual([
			{ unitId: 3, weight: 1 },
			{ unitId: 2, weight: 0.25 },
			{ unitId: 1, weight: 0.125 }
		]);
	});
});

describe('findContinuation', () => {
	const units = [commune(1, until2019), commune(2, until2019), commune(3, since2020)];
	const of3 = (...successions: ReturnType<typeof merger>[]) =>
		findContinuation(buildLineage(units, successions), 3);

	it('follows a change of district', () => {
		expect(of3(merger(1, 3, { kind: 'parent-change' }))).toBe(1);
	});

	it('ends at a merger and at a part', () => {
		expect(of3(merger(1, 3), merger(2, 3))).toBeUndefined();
		expect(of3(merger(1, 3))).toBeUndefined();
		expect(of3(merger(1, 3, { kind: 'part', populationWeight: 0.9 }))).toBeUndefined();
	});
});

describe('matchUnits', () => {
	// 1 and 2 merge into 4; 3 is split between 4 and 5, mostly into 5; 6 halves into 4 and 5; 7 ends.
	const units = [1, 2, 3, 4, 5, 6, 7].map((id) => commune(id));
	const part = (from: number, to: number, populationWeight: number) =>
		merger(from, to, { kind: 'part', populationWeight });
	const lineage = buildLineage(units, [
		merger(1, 4),
		merger(2, 4),
		part(3, 4, 0.3),
		part(3, 5, 0.7),
		part(6, 4, 0.5),
		part(6, 5, 0.5)
	]);

	it('follows a unit to where most of it went', () => {
		const matches = matchUnits(lineage, [1, 2, 3, 6, 7], [4, 5]);
		expect(Object.fromEntries(matches)).toEqual({ 1: [4], 2: [4], 3: [5], 6: [4], 7: [] });
	});

	it('goes back to what a unit mostly came from, and stays where nothing changed', () => {
		const back = matchUnits(lineage, [4, 5], [1, 2, 3, 6, 7]);
		expect(Object.fromEntries(back)).toEqual({ 4: [1, 2], 5: [3] });
		expect(Object.fromEntries(matchUnits(lineage, [1, 3], [1, 3]))).toEqual({ 1: [1], 3: [3] });
	});
});
