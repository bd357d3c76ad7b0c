/**
 * Sinusoidal projection about 103°E: equal-area, so that areas measured in the plane are areas on the ground.
 * Plane coordinates in kilometres, x east and y north.
 */
export type Point = readonly [x: number, y: number];
type LonLat = readonly [lon: number, lat: number];

/** Radius of the sphere that has the surface of the WGS 84 ellipsoid, km. */
const AUTHALIC_RADIUS_KM = 6371.0072;
const RADIAN = Math.PI / 180;
const CENTRAL_MERIDIAN = 103;
const ORIGIN_LATITUDE = 21.5;

export function toPlane([lon, lat]: LonLat): Point {
	return [
		AUTHALIC_RADIUS_KM * (lon - CENTRAL_MERIDIAN) * RADIAN * Math.cos(lat * RADIAN),
		AUTHALIC_RADIUS_KM * (lat - ORIGIN_LATITUDE) * RADIAN
	];
}

export function toLonLat([x, y]: Point): LonLat {
	const lat = ORIGIN_LATITUDE + y / (AUTHALIC_RADIUS_KM * RADIAN);
	return [CENTRAL_MERIDIAN + x / (AUTHALIC_RADIUS_KM * RADIAN * Math.cos(lat * RADIAN)), lat];
}

/** Signed area of a ring of plane points, km²; positive when it runs anticlockwise. The ring may or may not repeat its first point. */
export function ringAreaKm2(ring: readonly Point[]): number {
	let twice = 0;
	let previous = ring[ring.length - 1];
	for (const point of ring) {
		if (previous) twice += previous[0] * point[1] - point[0] * previous[1];
		previous = point;
	}
	return twice / 2;
}
