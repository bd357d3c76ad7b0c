import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Position } from 'geojson';

/**
 * The rings of each unit's land, by its id: longitude, latitude.
 *
 * @param topology as the server sends it: object `units`, whose geometries have the unit's id
 */
export function landRings(topology: Topology): Map<number, Position[][]> {
	const { features } = feature(topology, topology.objects.units as GeometryCollection);
	return new Map(
		features.map(({ id, geometry }) => [
			Number(id),
			geometry.type === 'Polygon'
				? geometry.coordinates
				: geometry.type === 'MultiPolygon'
					? geometry.coordinates.flat()
					: []
		])
	);
}
