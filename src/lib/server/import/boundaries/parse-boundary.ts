import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';
import type { ProblemCode } from '#lib/domain/problem.ts';

/** A fault in the coordinates of one feature. */
export interface CoordinateFault {
	code: ProblemCode;
	value?: string;
}

/** A geometry's areas, and how many points and lines stood beside them. */
export interface ReadAreas {
	polygons: MultiPolygonCoordinates;
	leftOut: number;
}

/**
 * Reads a GeoJSON geometry as a multipolygon of plain coordinate pairs; heights are left out, and of a
 * collection everything but its areas.
 *
 * @returns areas, or what is wrong with them
 */
export function parseAreas(geometry: unknown): ReadAreas | CoordinateFault {
	if (typeof geometry !== 'object' || geometry === null)
		return { code: 'not-polygon', value: 'null' };
	const { type, coordinates, geometries } = geometry as Record<string, unknown>;
	if (type === 'GeometryCollection') return parseCollection(geometries);
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
	return { polygons: polygons as MultiPolygonCoordinates, leftOut: 0 };
}

function parseCollection(geometries: unknown): ReadAreas | CoordinateFault {
	const areas: ReadAreas = { polygons: [], leftOut: 0 };
	const members: unknown[] = Array.isArray(geometries) ? geometries : [];
	const others = new Set<string>();
	for (const member of members) {
		const read = parseAreas(member);
		if ('polygons' in read) {
			areas.polygons.push(...read.polygons);
			areas.leftOut += read.leftOut;
		} else if (read.code === 'not-polygon') {
			areas.leftOut++;
			others.add(read.value ?? '');
		} else return read;
	}
	if (areas.polygons.length > 0) return areas;
	return { code: 'not-polygon', value: [...others].join(', ') || 'GeometryCollection' };
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

	/** The same with its axes exchanged. */
	swapped(): Extent {
		const other = new Extent();
		[other.west, other.south, other.east, other.north] = [
			this.south,
			this.west,
			this.north,
			this.east
		];
		return other;
	}

	/** Takes in another extent. */
	join(other: Extent): void {
		this.west = Math.min(this.west, other.west);
		this.south = Math.min(this.south, other.south);
		this.east = Math.max(this.east, other.east);
		this.north = Math.max(this.north, other.north);
	}

	/**
	 * Metres of VN-2000 with the northing first: in Viet Nam, northings are over 750 km and eastings, with
	 * their false origin, under 900 km.
	 */
	isNorthingFirst(): boolean {
		return (
			this.west <= this.east &&
			this.west >= 750_000 &&
			this.east <= 2_800_000 &&
			this.south >= 100_000 &&
			this.north <= 900_000 &&
			this.west > this.north
		);
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
