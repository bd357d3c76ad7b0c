import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { topology } from 'topojson-server';
import { at } from './at.ts';
import { readBoundaries, readDemo } from './demo-files.ts';
import { outline, territories } from './demo-outline.ts';
import { readUnits, type Unit } from './facts.ts';
import { findClashes, type GridPoint, type Segment } from './map/crossings.ts';
import { GRID_PER_DEGREE } from './map/draw-map.ts';
import { ringTurn } from './map/rings.ts';
import { contains } from './map/territory.ts';

const FILES = [
	{ file: 'boundaries-2017.geojson', from: '2017-01-01', count: 130 },
	{ file: 'boundaries-2020.geojson', from: '2020-01-01', count: 129 },
	{ file: 'boundaries-2025.geojson', from: '2025-07-01', count: 45 }
] as const;

/** Number of rings that a set of edges closes into, checking that it passes each corner once. */
function countRings(edges: ReadonlySet<string>): number {
	const next = new Map<string, string>();
	for (const edge of edges) {
		const [ax, ay, bx, by] = edge.split(' ');
		expect(next.has(`${ax} ${ay}`)).toBe(false);
		next.set(`${ax} ${ay}`, `${bx} ${by}`);
	}
	let rings = 0;
	for (let start = [...next.keys()][0]; start !== undefined; start = [...next.keys()][0]) {
		rings++;
		for (let corner: string | undefined = start; corner !== undefined;) {
			const following = next.get(corner);
			next.delete(corner);
			corner = following;
		}
	}
	return rings;
}

describe.each(FILES)('$file', ({ file, from, count }) => {
	const units = readBoundaries(file);
	const facts = new Map<string, Unit>(
		readUnits()
			.filter((unit) => unit.validFrom === from)
			.map((unit) => [unit.code, unit])
	);
	const fact = (code: string): Unit => facts.get(code) ?? expect.fail(`no facts for ${code}`);

	it(`has ${count} units, each one polygon without holes, running anticlockwise`, () => {
		expect(units).toHaveLength(count);
		for (const { territory } of units) {
			expect(territory).toHaveLength(1);
			expect(at(territory, 0)).toHaveLength(1);
			expect(ringTurn(at(at(territory, 0), 0))).toBeGreaterThan(0);
		}
	});

	it('covers the province without gaps or overlaps, as one polygon without holes', () => {
		// Inner edges cancel in pairs; what is left is the edge of the province.
		expect(countRings(outline(territories(units, () => true)))).toBe(1);
	});

	it('has no borders that cross', () => {
		const edges = new Map<string, Segment>();
		for (const ring of units.flatMap((unit) => unit.territory.flat())) {
			for (let i = 0; i + 1 < ring.length; i++) {
				const [a, b]: [GridPoint, GridPoint] = [at(ring, i), at(ring, i + 1)];
				if (!edges.has(`${b.join()} ${a.join()}`)) edges.set(`${a.join()} ${b.join()}`, [a, b]);
			}
		}
		expect(findClashes([...edges.values()])).toEqual([]);
	});

	it('has areas near the real ones', () => {
		const ratios = units
			.map(({ code, areaKm2 }) => areaKm2 / fact(code).areaKm2)
			.sort((a, b) => a - b);
		expect(Math.abs(at(ratios, ratios.length >> 1) - 1)).toBeLessThan(0.1);
		expect(at(ratios, 0)).toBeGreaterThan(0.6);
		expect(at(ratios, ratios.length - 1)).toBeLessThan(1.6);
	});

	it('has nearly every real position inside its polygon', () => {
		const inside = units.filter(({ code, territory }) => {
			const { lon, lat } = fact(code);
			// The half step keeps the place off the corners of the grid.
			return contains(territory, [lon * GRID_PER_DEGREE + 0.5, lat * GRID_PER_DEGREE + 0.5]);
		});
		expect(inside.length / count).toBeGreaterThan(0.9);
	});

	it('uses the names of the facts', () => {
		for (const { code, name } of units) expect(name).toBe(fact(code).name);
	});

	it('stays small as TopoJSON', () => {
		const text = JSON.stringify(topology({ units: JSON.parse(readDemo(file)) }, 1e5));
		expect(gzipSync(text).length).toBeLessThan(45_000);
	});
});
