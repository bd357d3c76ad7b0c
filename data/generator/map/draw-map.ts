import { at } from '../at.ts';
import type { Unit } from '../facts.ts';
import { seededRandom } from '../seeded-random.ts';
import { traceArcs } from './arcs.ts';
import { findClashes, type GridPoint, type Segment } from './crossings.ts';
import { growTerritories, type Bridge } from './growth.ts';
import { meander } from './meander.ts';
import { buildMesh } from './mesh.ts';
import { toLonLat, toPlane, type Point } from './projection.ts';
import { shapeProvince } from './province-shape.ts';
import type { GridArc } from './rings.ts';
import { smoothArcs } from './smooth-arcs.ts';
import { tidyTerritories } from './tidy.ts';

/**
 * Pairs that the invented map has to make neighbours: Pá Mỳ and Nậm Kè were merged whole in 2025, and
 * Tủa Chùa town, a dot beside Mường Báng, would otherwise be a hole in it.
 */
const BRIDGES = [
	['03159', '03162'],
	['03217', '03241']
] as const;

/** Output coordinates are whole multiples of 0.00001°, about a metre. */
export const GRID_PER_DEGREE = 1e5;

function toGrid(place: Point): GridPoint {
	const [lon, lat] = toLonLat(place);
	return [Math.round(lon * GRID_PER_DEGREE), Math.round(lat * GRID_PER_DEGREE)];
}

function withoutRepeats(points: readonly GridPoint[]): GridPoint[] {
	return points.filter(([x, y], i) => {
		const before = points[i - 1];
		return !before || before[0] !== x || before[1] !== y;
	});
}

function checkNoClash(arcs: readonly GridArc[]): void {
	const segments = arcs.flatMap(({ points }) =>
		points.slice(1).map((point, i): Segment => [at(points, i), point])
	);
	const clashes = findClashes(segments);
	if (clashes.length > 0) throw new Error(`${clashes.length} pairs of borders cross`);
}

/**
 * Invents the borders between the communes of the first frame from nothing but their rounded positions and areas.
 * Sides of the arcs are positions in `units`, or OUTSIDE.
 */
export function drawMap(units: readonly Unit[]): GridArc[] {
	const seeds = units.map((unit) => ({
		position: toPlane([unit.lon, unit.lat]),
		areaKm2: unit.areaKm2
	}));
	const indexOf = (code: string): number => units.findIndex((unit) => unit.code === code);
	const bridges = BRIDGES.map(([a, b]): Bridge => [indexOf(a), indexOf(b)]);
	const mesh = buildMesh(seeds, seededRandom('mesh'));
	const grown = growTerritories(mesh, shapeProvince(mesh, seeds), seeds, bridges);
	const traced = traceArcs(mesh, tidyTerritories(mesh, grown, seeds));
	const arcs = smoothArcs(traced, meander(seeds)).map((arc) => ({
		...arc,
		points: withoutRepeats(arc.points.map(toGrid))
	}));
	checkNoClash(arcs);
	return arcs;
}
