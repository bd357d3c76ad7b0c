/** Ring of lon/lat pairs, first and last equal; polygon: outer ring, then holes. */
export type Ring = [number, number][];
export type MultiPolygonCoordinates = Ring[][];

/** WGS 84: equatorial radius in metres and eccentricity. */
const EQUATORIAL_RADIUS_M = 6_378_137;
const ECCENTRICITY = 0.0818191908426215;
const RADIANS = Math.PI / 180;

/**
 * Area of a polygon with holes on the WGS 84 ellipsoid, in m².
 *
 * Takes edges as straight in the cylindrical equal-area projection (Snyder 1987, eq. 3-12 for q), which
 * for edges below a kilometre agrees with the geodesic area to better than 1 in 10,000.
 */
export function polygonAreaM2(rings: readonly (readonly [number, number][])[]): number {
	let area = 0;
	rings.forEach((ring, index) => {
		const own = Math.abs(signedRingArea(ring));
		area += index === 0 ? own : -own;
	});
	return area;
}

function signedRingArea(ring: readonly [number, number][]): number {
	let sum = 0;
	let previous = ring[ring.length - 1];
	if (!previous) return 0;
	let previousY = authalicQ(previous[1]);
	for (const point of ring) {
		const y = authalicQ(point[1]);
		sum += (point[0] - previous[0]) * (y + previousY);
		previous = point;
		previousY = y;
	}
	return (sum * RADIANS * EQUATORIAL_RADIUS_M ** 2) / 4;
}

function authalicQ(latitude: number): number {
	const sine = Math.sin(latitude * RADIANS);
	const es = ECCENTRICITY * sine;
	return (
		(1 - ECCENTRICITY ** 2) *
		(sine / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * ECCENTRICITY))
	);
}

/**
 * A point inside a polygon where a label may stand: the middle of the longest stretch of the parallel
 * through the middle of its largest part.
 *
 * @param polygons lon/lat rings
 */
export function labelPoint(
	polygons: readonly (readonly (readonly [number, number][])[])[]
): [number, number] {
	const sizes = polygons.map((rings) => Math.abs(signedRingArea(rings[0] ?? [])));
	const largest = polygons[sizes.indexOf(Math.max(...sizes))] ?? [];
	const latitudes = (largest[0] ?? []).map((point) => point[1]);
	const south = latitudes.reduce((a, b) => Math.min(a, b), Infinity);
	const north = latitudes.reduce((a, b) => Math.max(a, b), -Infinity);
	// A parallel through a vertex would be counted twice there; an odd fraction misses them.
	const latitude = south + (north - south) * 0.500_000_37;
	const crossings: number[] = [];
	for (const ring of largest) {
		for (let at = 1; at < ring.length; at++) {
			const [x1, y1] = ring[at - 1]!;
			const [x2, y2] = ring[at]!;
			if (y1 > latitude !== y2 > latitude) {
				crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
			}
		}
	}
	crossings.sort((a, b) => a - b);
	let best: [number, number] = largest[0]?.[0] ?? [0, 0];
	let width = -1;
	for (let at = 1; at < crossings.length; at += 2) {
		const [west, east] = [crossings[at - 1]!, crossings[at]!];
		if (east - west > width) {
			width = east - west;
			best = [(west + east) / 2, latitude];
		}
	}
	return best;
}
