import bbox from '@turf/bbox';
import booleanIntersects from '@turf/boolean-intersects';
import circle from '@turf/circle';
import distance from '@turf/distance';
import type { BBox, Feature } from 'geojson';
import type { LonLat } from './lon-lat.ts';

/** Corners of a circle on the map. */
const CORNERS = 96;

/**
 * What lies within a distance from a place, the nearest first.
 *
 * @param placeOf where each lies; undefined for what has no known place, which is left out
 */
export function withinRadius<Item>(
	items: readonly Item[],
	centre: LonLat,
	radiusKm: number,
	placeOf: (item: Item) => LonLat | undefined
): { item: Item; km: number }[] {
	return items
		.flatMap((item) => {
			const place = placeOf(item);
			return place ? [{ item, km: distance([...centre], [...place]) }] : [];
		})
		.filter(({ km }) => km <= radiusKm)
		.sort((one, other) => one.km - other.km);
}

/**
 * Shapes that have land within a distance from a place.
 *
 * @param shapes polygons in degrees
 */
export function touchedByRadius(
	shapes: readonly Feature[],
	centre: LonLat,
	radiusKm: number
): Feature[] {
	const around = circle([...centre], radiusKm, { steps: CORNERS });
	const box = bbox(around);
	// Boxes first: the shapes themselves have thousands of corners.
	return shapes.filter((shape) => boxesMeet(bbox(shape), box) && booleanIntersects(shape, around));
}

function boxesMeet([west, south, east, north]: BBox, [w, s, e, n]: BBox): boolean {
	return west <= e && w <= east && south <= n && s <= north;
}

/** The line around all places that are no farther than a distance from a place. */
export function circleAround(centre: LonLat, radiusKm: number): LonLat[] {
	const [ring = []] = circle([...centre], radiusKm, { steps: CORNERS }).geometry.coordinates;
	return ring.map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
}
