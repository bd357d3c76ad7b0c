import type { Position } from 'geojson';
import proj4 from 'proj4';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A commune on the ground: metres east and north of the middle of all. */
export interface GroundUnit {
	unitId: number;
	rings: [number, number][][];
	/** Where its name may stand. */
	label?: [number, number];
}

/** Boundaries on a plane that is true to scale within 1 in 2,000 up to 200 km from its middle. */
export interface Ground {
	units: GroundUnit[];
	/** In metres: west, south, east, north. */
	extent: [number, number, number, number];
	/** Lines between units, and those around all of them. */
	borders: [number, number][][];
	outline: [number, number][][];
	/** Longitude and latitude of the place that is the plane's middle. */
	middle: [number, number];
}

/** @returns metres east and north of a place, of others given by longitude and latitude */
export function planeAround(
	middle: readonly [number, number]
): (place: readonly [number, number]) => [number, number] {
	const { forward } = proj4(
		`+proj=tmerc +lon_0=${middle[0]} +lat_0=${middle[1]} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m`
	);
	return ([lon, lat]) => {
		const [e = 0, n = 0] = forward([lon, lat]);
		return [e, n];
	};
}

/**
 * Projects boundaries to a transverse Mercator about their own middle (WGS 84), north up.
 *
 * @param topology as `getFrameBoundaries` makes it: object `units`, whose geometries have the unit's id
 * @param labels longitude and latitude by unit id
 * @param around middle of the plane, where it is that of other boundaries
 */
export function projectBoundaries(
	topology: Topology,
	labels: ReadonlyMap<number, readonly [number, number]> = new Map(),
	around?: readonly [number, number]
): Ground {
	const object = topology.objects.units as GeometryCollection;
	const { features } = feature(topology, object);
	const [west = 0, south = 0, east = 0, north = 0] = topology.bbox ?? [];
	const middle: Ground['middle'] = around
		? [around[0], around[1]]
		: [(west + east) / 2, (south + north) / 2];
	const project = planeAround(middle);
	const onGround = ([x = 0, y = 0]: Position) => project([x, y]);
	const linesOf = (ofBorders: boolean) =>
		mesh(topology, object, (a, b) => (a !== b) === ofBorders).coordinates.map((line) =>
			line.map(onGround)
		);
	const extent: Ground['extent'] = [Infinity, Infinity, -Infinity, -Infinity];
	const units = features.map(({ id, geometry }): GroundUnit => {
		const unitId = Number(id);
		const rings = ringsOf(geometry).map((ring) => ring.map(onGround));
		for (const [x, y] of rings.flat()) {
			extent[0] = Math.min(extent[0], x);
			extent[1] = Math.min(extent[1], y);
			extent[2] = Math.max(extent[2], x);
			extent[3] = Math.max(extent[3], y);
		}
		const label = labels.get(unitId);
		return { unitId, rings, ...(label ? { label: project(label) } : {}) };
	});
	return { units, extent, borders: linesOf(true), outline: linesOf(false), middle };
}

function ringsOf(geometry: GeoJSON.Geometry): Position[][] {
	if (geometry.type === 'Polygon') return geometry.coordinates;
	return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}
