import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Position } from 'geojson';

/** Boundaries as paths on a sheet, for small maps without MapLibre. */
export interface Outlines {
	width: number;
	height: number;
	paths: { unitId: number; d: string }[];
}

/**
 * Draws a frame's units on a sheet of a width: equirectangular, true to scale along the middle.
 *
 * @param topology as the server sends it: object `units`, whose geometries have the unit's id
 */
export function outlinesOf(topology: Topology, width: number): Outlines {
	const { features } = feature(topology, topology.objects.units as GeometryCollection);
	const units = features.map(({ id, geometry }) => ({
		unitId: Number(id),
		rings:
			geometry.type === 'Polygon'
				? geometry.coordinates
				: geometry.type === 'MultiPolygon'
					? geometry.coordinates.flat()
					: []
	}));
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { rings } of units) {
		for (const [x = 0, y = 0] of rings.flat()) {
			west = Math.min(west, x);
			east = Math.max(east, x);
			south = Math.min(south, y);
			north = Math.max(north, y);
		}
	}
	if (west >= east || south >= north) return { width, height: width, paths: [] };
	const squeeze = Math.cos(((south + north) / 2 / 180) * Math.PI);
	const scale = width / ((east - west) * squeeze);
	const point = ([x = 0, y = 0]: Position) =>
		`${((x - west) * squeeze * scale).toFixed(2)} ${((north - y) * scale).toFixed(2)}`;
	return {
		width,
		height: (north - south) * scale,
		paths: units.map(({ unitId, rings }) => ({
			unitId,
			d: rings.map((ring) => `M${ring.map(point).join('L')}Z`).join('')
		}))
	};
}
