import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Position } from 'geojson';

/** Boundaries as paths on a sheet, for small maps without MapLibre. */
export interface Outlines {
	width: number;
	height: number;
	/** `anchor`: centre of the largest part of a unit. */
	paths: { unitId: number; d: string; anchor: readonly [x: number, y: number] }[];
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
	const place = ([x = 0, y = 0]: Position): [number, number] => [
		(x - west) * squeeze * scale,
		(north - y) * scale
	];
	const point = (position: Position) =>
		place(position)
			.map((coordinate) => coordinate.toFixed(2))
			.join(' ');
	return {
		width,
		height: (north - south) * scale,
		paths: units.map(({ unitId, rings }) => ({
			unitId,
			d: rings.map((ring) => `M${ring.map(point).join('L')}Z`).join(''),
			anchor: centreOf(rings.map((ring) => ring.map(place)))
		}))
	};
}

/** Centroid of the ring with the largest area. */
function centreOf(rings: readonly (readonly [number, number])[][]): [number, number] {
	let largest = { area: 0, x: 0, y: 0 };
	for (const ring of rings) {
		let [area, x, y] = [0, 0, 0];
		ring.forEach(([x1, y1], at) => {
			const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
			const cross = x1 * y2 - x2 * y1;
			area += cross / 2;
			x += ((x1 + x2) * cross) / 6;
			y += ((y1 + y2) * cross) / 6;
		});
		if (Math.abs(area) > Math.abs(largest.area)) largest = { area, x: x / area, y: y / area };
	}
	return [largest.x, largest.y];
}
