import area from '@turf/area';
import distance from '@turf/distance';
import type { Position } from 'geojson';
import type { LonLat } from './lon-lat.ts';

/** What a line over the map comes to. */
export interface PathMeasure {
	/** Length from the first point over all others to the last one. */
	lengthKm: number;
	/** Area that the line encloses when its ends are joined; undefined with fewer than three points. */
	areaKm2: number | undefined;
}

/** Fewer points enclose nothing. */
const MIN_CORNERS = 3;

/**
 * Length and enclosed area of a line, on a sphere: up to 0.5 % from those on the ellipsoid, so no official figures.
 *
 * @example measurePath([[103, 21], [103, 22]]).lengthKm // 111.195
 */
export function measurePath(points: readonly LonLat[]): PathMeasure {
	const positions = points.map(([lon, lat]): Position => [lon, lat]);
	let lengthKm = 0;
	positions.forEach((position, at) => {
		const before = positions[at - 1];
		if (before) lengthKm += distance(before, position);
	});
	const [first] = positions;
	if (!first || positions.length < MIN_CORNERS) return { lengthKm, areaKm2: undefined };
	const squareMetres = area({ type: 'Polygon', coordinates: [[...positions, first]] });
	return { lengthKm, areaKm2: squareMetres / 1e6 };
}
