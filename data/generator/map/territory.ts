import { at } from '../at.ts';
import type { GridPoint } from './crossings.ts';
import { GRID_PER_DEGREE } from './draw-map.ts';
import { ringAreaKm2, toPlane } from './projection.ts';
import { ringsAround, ringTurn, type GridArc } from './rings.ts';

/** Polygons, each an outer ring and its holes. */
export type Territory = readonly (readonly (readonly GridPoint[])[])[];

/** The union of cells, made by leaving out the borders between them. */
export function territoryOf(arcs: readonly GridArc[], cells: readonly number[]): Territory {
	const members = new Set(cells);
	const rings = ringsAround(arcs, (label) => members.has(label));
	const outer = rings.filter((ring) => ringTurn(ring) > 0);
	const holes = rings.filter((ring) => ringTurn(ring) < 0);
	// With several pieces it would have to be found out which one a hole is in; this map has no such unit.
	if (holes.length > 0 && outer.length > 1) throw new Error('A territory in pieces has a hole');
	return outer.map((ring) => [ring, ...holes]);
}

/** Area on the ground, km². */
export function territoryAreaKm2(territory: Territory): number {
	let area = 0;
	for (const ring of territory.flat()) {
		area += ringAreaKm2(ring.map(([x, y]) => toPlane([x / GRID_PER_DEGREE, y / GRID_PER_DEGREE])));
	}
	return area;
}

/** Whether a place (grid units) is inside: an odd number of borders lies to its east. */
export function contains(territory: Territory, [x, y]: GridPoint): boolean {
	let inside = false;
	for (const ring of territory.flat()) {
		for (let i = 0; i + 1 < ring.length; i++) {
			const [[ax, ay], [bx, by]] = [at(ring, i), at(ring, i + 1)];
			if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
		}
	}
	return inside;
}
