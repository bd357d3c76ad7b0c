import type { GeometryCollection, Topology } from 'topojson-specification';

/**
 * Ids of the units that have a shape.
 *
 * @param topology as the server sends it: object `units`, whose geometries have the unit's id
 */
export function unitIdsOf(topology: Topology): ReadonlySet<number> {
	const { geometries } = topology.objects.units as GeometryCollection;
	return new Set(geometries.map(({ id }) => Number(id)));
}
