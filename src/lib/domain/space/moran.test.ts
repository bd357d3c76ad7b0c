import { describe, expect, it } from 'vitest';
import { ebMoranI, localMoran, moranI, standardiseRates } from './moran.ts';

describe('a unit beside its neighbours', () => {
	it('is called by its own value first, then by those around it', () => {
		// The mean is 5.
		const values = [9, 9, 1, 1, 9, 1];
		const neighbours = [[1], [0], [3], [2], [2], [0]];
		const clusters = localMoran(values, neighbours).map((unit) => unit?.cluster);
		expect(clusters).toEqual([
			'high-high',
			'high-high',
			'low-low',
			'low-low',
			'high-low',
			'low-high'
		]);
	});

	const values = Array.from({ length: 50 }, (_, at) => at);
	const beside = (neighbour: number) =>
		localMoran(
			values,
			values.map((_, at) => (at === 20 ? [neighbour] : []))
		)[20] ?? expect.fail();

	it.each([
		['largest', 49],
		['smallest', 0]
	])('with the %s of 49 others beside it has twice the chance of drawing that one', (_, at) => {
		const chance = 2 / 49;
		expect(Math.abs(beside(at).p / chance - 1)).toBeLessThan(0.15);
	});

	it('has the chance of neighbours that others would give as often', () => {
		// Twelve of 49 others are as large or larger.
		expect(Math.abs(beside(38).p / (24 / 49) - 1)).toBeLessThan(0.1);
		expect(beside(24).p).toBeGreaterThan(0.9);
	});

	it('counts ties on both sides, so that equal neighbours prove nothing', () => {
		const even = Array.from({ length: 40 }, (_, at) => (at < 4 ? 1 : 0));
		const neighbours = even.map((_, at) => (at === 10 ? [20] : []));
		expect(localMoran(even, neighbours)[10]?.p).toBe(1);
	});

	it('cannot have a smaller p than the number of deals allows', () => {
		const neighbours = values.map((_, at) => (at === 0 ? [47, 48, 49, 46, 45] : []));
		expect(localMoran(values, neighbours, { permutations: 99 })[0]?.p).toBeCloseTo(2 / 100, 12);
	});

	it('has the same p in whatever order the units stand', () => {
		const mixed = [5, 1, 4, 9, 2, 8, 3, 7, 0, 6];
		const neighbours = mixed.map((_, at) => [(at + 1) % 10, (at + 9) % 10]);
		const turned = [...mixed].reverse();
		const found = localMoran(mixed, neighbours, { permutations: 199 });
		const other = localMoran(turned, neighbours, { permutations: 199 });
		expect([...other].reverse()).toEqual(found);
	});

	it('says how far a long list is', () => {
		const shares: number[] = [];
		localMoran([1, 2, 3, 4], [[1], [0], [3], [2]], {
			permutations: 9,
			onDone: (share) => shares.push(share)
		});
		expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
	});

	it('has no test without neighbours or without differences', () => {
		expect(localMoran([1, 2], [[], [0]])[0]).toBeUndefined();
		expect(localMoran([1, 2], [[], [0]])[1]).toBeDefined();
		expect(localMoran([3, 3], [[1], [0]])).toEqual([undefined, undefined]);
	});
});

describe('Moran’s I of a whole map', () => {
	const path = (units: number) =>
		Array.from({ length: units }, (_, at) =>
			[at - 1, at + 1].filter((to) => to >= 0 && to < units)
		);

	it('takes four units at least', () => {
		expect(moranI([1, 2, 4], path(3))).toBeUndefined();
		expect(moranI([1, 2, 4, 8], path(4))).toBeDefined();
	});

	it('has no rates where somebody has no people, or nothing happened', () => {
		const counts = [1, 2, 4, 8];
		const areas = counts.map((count) => ({ count, exposure: 100 }));
		expect(ebMoranI(areas, path(4))).toBeDefined();
		expect(standardiseRates([...areas, { count: 1, exposure: 0 }])).toBeUndefined();
		expect(standardiseRates(areas.map((area) => ({ ...area, count: 0 })))).toBeUndefined();
		// Their rates are all the same.
		expect(
			ebMoranI(
				areas.map((area) => ({ ...area, count: 2 })),
				path(4)
			)
		).toBeUndefined();
	});
});
