import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exposed } from '../evidence/smoothing.ts';
import { smoothLocally } from './local-smoothing.ts';
import { ebMoranI, localMoran, moranI } from './moran.ts';

/** Sudden infant deaths in North Carolina 1974–78 and who borders on whom, as R's sf and spdep have them. */
const read = (path: string) =>
	readFileSync(new URL(path, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.slice(1);
const counties = read('../evidence/fixtures/nc-sids-74.csv').map((line) => {
	const [name = '', births, deaths] = line.split(',');
	return { name, area: { count: Number(deaths), exposure: Number(births) } satisfies Exposed };
});
const placeOf = new Map(counties.map(({ name }, at) => [name, at]));
const neighbours: number[][] = counties.map(() => []);
for (const line of read('./fixtures/nc-neighbours.csv')) {
	const [name = '', others = ''] = line.split(',');
	neighbours[placeOf.get(name)!] = others.split('|').map((other) => placeOf.get(other)!);
}
const areas = counties.map(({ area }) => area);
const rates = areas.map(({ count, exposure }) => count / exposure);
const robeson = placeOf.get('Robeson')!;

describe('North Carolina', () => {
	it('has 490 links', () => {
		expect(neighbours.reduce((sum, list) => sum + list.length, 0)).toBe(490);
	});

	it('has spdep’s local empirical Bayes rate in Robeson', () => {
		expect(smoothLocally(areas, neighbours)[robeson]).toBeCloseTo(0.003381263, 9);
	});

	it('has spdep’s Moran’s I', () => {
		const found = moranI(rates, neighbours) ?? expect.fail();
		expect(found.i).toBeCloseTo(0.23091045, 8);
		expect(found.expected).toBeCloseTo(-0.01010101, 8);
		expect(found.variance).toBeCloseTo(0.004065134, 9);
		expect(ebMoranI(areas, neighbours)).toBeCloseTo(0.24874621, 8);
	});

	it('has spdep’s local I and Gi* in Robeson, which its neighbours share', () => {
		const local = localMoran(rates, neighbours)[robeson] ?? expect.fail();
		expect(local.i).toBeCloseTo(1.358823, 6);
		expect(local.cluster).toBe('high-high');
		expect(local.p).toBeLessThan(0.05);
	});
});

describe('maps that say nothing', () => {
	it('have no Moran’s I without differences or neighbours', () => {
		expect(moranI([1, 1, 1, 1], [[1], [0], [3], [2]])).toBeUndefined();
		expect(moranI([1, 2, 3, 4], [[], [], [], []])).toBeUndefined();
		expect(localMoran([1, 2, 3], [[], [2], [1]])[0]).toBeUndefined();
		expect(ebMoranI([{ count: 0, exposure: 5 }], [[]])).toBeUndefined();
	});

	it('smooth a county without people to nothing, and one without neighbours to itself', () => {
		const alone = [
			{ count: 0, exposure: 0 },
			{ count: 3, exposure: 10 }
		];
		expect(smoothLocally(alone, [[], []])).toEqual([undefined, 0.3]);
	});

	it('call a random map clustered no oftener than stated', () => {
		const shuffled = rates.map((_, at) => rates[(at * 37) % rates.length]!);
		const called = localMoran(shuffled, neighbours).filter((each) => each && each.p <= 0.05);
		expect(called.length).toBeLessThanOrEqual(12);
	});

	it('come out the same for the same seed', () => {
		expect(localMoran(rates, neighbours, { seed: 7 })).toEqual(
			localMoran(rates, neighbours, { seed: 7 })
		);
	});
});
