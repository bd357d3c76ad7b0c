import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';
import type { ProblemCode } from '#lib/domain/problem.ts';

/** A fault in the coordinates of one feature. */
export interface CoordinateFault {
	code: ProblemCode;
	value?: string;
}

/**
 * Reads a GeoJSON geometry as a multipolygon of plain coordinate pairs; heights are left out.
 *
 * @returns coordinates, or what is wrong with them
 */
export function parseMultiPolygon(geometry: unknown): MultiPolygonCoordinates | CoordinateFault {
	if (typeof geometry !== 'object' || geometry === null)
		return { code: 'not-polygon', value: 'null' };
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	if (type !== 'Polygon' && type !== 'MultiPolygon') {
		return { code: 'not-polygon', value: String(type) };
	}
	const polygons = type === 'Polygon' ? [coordinates] : coordinates;
	if (!Array.isArray(polygons) || polygons.length === 0) return { code: 'geometry-collapsed' };
	for (const rings of polygons as unknown[]) {
		if (!Array.isArray(rings) || rings.length === 0) return { code: 'geometry-collapsed' };
		for (const ring of rings as unknown[]) {
			const fault = findRingFault(ring);
			if (fault) return fault;
		}
	}
	return polygons as MultiPolygonCoordinates;
}

function findRingFault(ring: unknown): CoordinateFault | undefined {
	if (!Array.isArray(ring) || ring.length < 4) return { code: 'geometry-collapsed' };
	for (const point of ring as unknown[]) {
		if (!Array.isArray(point) || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) {
			return { code: 'coordinate-not-number', value: JSON.stringify(point) };
		}
	}
	const [first, last] = [ring[0] as number[], ring[ring.length - 1] as number[]];
	if (first[0] !== last[0] || first[1] !== last[1]) {
		return { code: 'ring-open', value: JSON.stringify(first) };
	}
	return undefined;
}

/** The extent of all coordinates of a file: what it betrays about the reference system. */
export class Extent {
	west = Infinity;
	south = Infinity;
	east = -Infinity;
	north = -Infinity;

	add(polygons: MultiPolygonCoordinates): void {
		for (const rings of polygons) {
			for (const [x, y] of rings[0] ?? []) {
				if (x < this.west) this.west = x;
				if (x > this.east) this.east = x;
				if (y < this.south) this.south = y;
				if (y > this.north) this.north = y;
			}
		}
	}

	/** Longitude and latitude in degrees, as far as numbers can tell. */
	isGeographic(): boolean {
		return this.west >= -180 && this.east <= 180 && this.south >= -90 && this.north <= 90;
	}

	/** Degrees in the order latitude, longitude: Viet Nam lies at 8–24° N, 102–118° E. */
	isSwapped(): boolean {
		return (
			this.west <= this.east &&
			this.west >= 6 &&
			this.east <= 25 &&
			this.south >= 100 &&
			this.north <= 120
		);
	}
}
