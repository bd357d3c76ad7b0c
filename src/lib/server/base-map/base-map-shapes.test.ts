import { expect, it } from 'vitest';
import { listTiles, readBaseMapShapes } from './base-map-shapes.ts';

const DEMONSTRATION = 'data/base/demo.pmtiles';
const PROVINCE: [number, number, number, number] = [102.1, 20.9, 103.6, 22.6];

it('takes the largest zoom at which the tiles of an extent are few enough', () => {
	expect(listTiles([103, 21, 103.01, 21.01], 6, 6)).toEqual([{ z: 6, x: 50, y: 28 }]);
	const tiles = listTiles(PROVINCE, 6, 14);
	expect(tiles.length).toBeGreaterThan(4);
	expect(tiles.length).toBeLessThanOrEqual(24);
	// However large, an extent has the tiles of the least zoom that the file has.
	expect(listTiles([-180, -90, 180, 90], 3, 6)).toHaveLength(64);
});

it('reads hills, rivers and roads where they are', async () => {
	const { relief, rivers, roads } = await readBaseMapShapes(DEMONSTRATION, PROVINCE);
	expect(relief.length).toBeGreaterThan(90);
	expect(rivers.length).toBeGreaterThanOrEqual(3);
	expect(roads.length).toBeGreaterThanOrEqual(5);
	expect(Math.min(...[...rivers, ...roads].map((line) => line.length))).toBeGreaterThan(1);
	expect(Math.min(...relief.flat().map((ring) => ring.length))).toBeGreaterThan(3);
	for (const [x, y] of [...rivers, ...roads].flat()) {
		expect(x).toBeGreaterThan(101.9);
		expect(x).toBeLessThan(103.8);
		expect(y).toBeGreaterThan(20.7);
		expect(y).toBeLessThan(22.8);
	}
});

it('cuts what lies in two tiles at their edge, so that the pieces do not overlap', async () => {
	const { rivers } = await readBaseMapShapes(DEMONSTRATION, PROVINCE);
	const segments = rivers.flatMap((line) =>
		line.slice(1).map((to, at) => [line[at], to].map(String).sort().join(' '))
	);
	expect(new Set(segments).size).toBe(segments.length);
});
