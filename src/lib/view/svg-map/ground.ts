import type { GeoJsonProperties } from 'geojson';
import type { GeometryObject, Topology } from 'topojson-specification';
import type { Point, ScreenPolygons } from '../labels/label-types.ts';
import type { Extent, Placing } from './placing.ts';

/** A unit in pixels of a picture. */
export interface GroundShape {
	id: number;
	/** Its outline as the `d` of an SVG path. */
	d: string;
	polygons: ScreenPolygons;
	/** The box around it. */
	bounds: Bounds;
}

/** Edges of a box, in pixels. */
export interface Bounds {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Boundaries in pixels of a picture. */
export interface Ground {
	shapes: readonly GroundShape[];
	/** Each border once, as the `d` of an SVG path. */
	borders: string;
	/** What bounds one unit only. */
	outline: string;
}

/** Points nearer to the one before than this many pixels are left out. */
const FINEST_PX = 1;

/**
 * Boundaries as paths. Borders are thinned once for both neighbours, so that no gap opens between them.
 *
 * @param topology as the server sends it: object `units`, whose geometries have the unit's id
 */
export function drawGround(topology: Topology, placing: Placing): Ground {
	const geometries = unitGeometries(topology);
	const arcs = arcPoints(topology).map((arc) => thinned(arc.map(placing)));
	const uses = new Uint8Array(arcs.length);
	const shapes = geometries.map((geometry): GroundShape => {
		const polygons = polygonsOf(geometry).map((rings) =>
			rings.map((ring) => {
				for (const arc of ring) uses[index(arc)] = Math.min(2, (uses[index(arc)] ?? 0) + 1);
				return ringPoints(ring, arcs);
			})
		);
		const d = polygons
			.flat()
			.filter((ring) => ring.length > 2)
			.map((ring) => `${path(ring)}Z`)
			.join('');
		return { id: Number(geometry.id), d, polygons, bounds: boundsOf(polygons.flat(2)) };
	});
	const lines = arcs.map(path);
	return {
		shapes,
		borders: lines.join(''),
		outline: lines.filter((_, arc) => uses[arc] === 1).join('')
	};
}

/**
 * What units cover together, in degrees.
 *
 * @returns undefined where none of them has a shape
 */
export function extentOfUnits(topology: Topology, ids: ReadonlySet<number>): Extent | undefined {
	const arcs = arcPoints(topology);
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const geometry of unitGeometries(topology)) {
		if (!ids.has(Number(geometry.id))) continue;
		for (const arc of polygonsOf(geometry).flat(2)) {
			for (const [lon, lat] of arcs[index(arc)] ?? []) {
				west = Math.min(west, lon);
				east = Math.max(east, lon);
				south = Math.min(south, lat);
				north = Math.max(north, lat);
			}
		}
	}
	return west < east && south < north ? [west, south, east, north] : undefined;
}

type UnitGeometry = GeometryObject<GeoJsonProperties>;

function unitGeometries({ objects: { units } }: Topology): readonly UnitGeometry[] {
	return units?.type === 'GeometryCollection' ? units.geometries : [];
}

/** TopoJSON numbers an arc that is run through backwards by its complement. */
const index = (arc: number) => (arc < 0 ? ~arc : arc);

function polygonsOf(geometry: UnitGeometry): number[][][] {
	if (geometry.type === 'Polygon') return [geometry.arcs];
	return geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

/** Arcs in degrees; where the topology is quantised they are differences on a grid. */
function arcPoints({ arcs, transform }: Topology): [lon: number, lat: number][][] {
	const [scaleX = 1, scaleY = 1] = transform?.scale ?? [];
	const [left = 0, bottom = 0] = transform?.translate ?? [];
	return arcs.map((arc) => {
		let [x, y] = [0, 0];
		return arc.map(([dx = 0, dy = 0]) => {
			[x, y] = transform ? [x + dx, y + dy] : [dx, dy];
			return [x * scaleX + left, y * scaleY + bottom];
		});
	});
}

/** The ends of a line stay, whatever is left out between them. */
function thinned(points: readonly Point[]): Point[] {
	const kept: Point[] = [];
	for (const [at, point] of points.entries()) {
		const last = kept.at(-1);
		const far =
			last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= FINEST_PX;
		if (far || at === points.length - 1) kept.push(point);
	}
	return kept;
}

/** A ring runs along its arcs; where one ends the next begins, so that its first point is left out. */
function ringPoints(ring: readonly number[], arcs: readonly Point[][]): Point[] {
	return ring.flatMap((arc, at) => {
		const points = arcs[index(arc)] ?? [];
		const along = arc < 0 ? points.toReversed() : points;
		return at === 0 ? along : along.slice(1);
	});
}

function boundsOf(points: readonly Point[]): Bounds {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of points) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { left, top, right, bottom };
}

/** A line as the `d` of an SVG path. */
function path(points: readonly Point[]): string {
	return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
