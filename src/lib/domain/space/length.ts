/** WGS 84: equatorial radius in metres and eccentricity squared. */
const EQUATORIAL_RADIUS_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const RADIANS = Math.PI / 180;

/**
 * Length of a short edge between two points in degrees, on the WGS 84 ellipsoid, in metres.
 *
 * Takes the earth as flat at the edge's middle: below 20 km and away from the poles right to 1 in 100,000.
 *
 * @example lengthM(103, 21, 103, 21.1) // 11072.8…
 */
export function lengthM(lon1: number, lat1: number, lon2: number, lat2: number): number {
	const middle = ((lat1 + lat2) / 2) * RADIANS;
	const bend = 1 - ECCENTRICITY_SQUARED * Math.sin(middle) ** 2;
	const alongMeridian = (EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / bend ** 1.5;
	const alongParallel = (EQUATORIAL_RADIUS_M / Math.sqrt(bend)) * Math.cos(middle);
	return Math.hypot(
		(lat2 - lat1) * RADIANS * alongMeridian,
		(lon2 - lon1) * RADIANS * alongParallel
	);
}
