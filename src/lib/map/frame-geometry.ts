import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, MultiLineString, Point } from 'geojson';
import type { FrameUnit } from '#lib/view/wire.ts';

/** A frame's boundaries in the forms that the map's sources take. */
export interface FrameGeometry {
	units: FeatureCollection;
	/** Each border once, however many units it bounds. */
	borders: MultiLineString;
	labels: FeatureCollection<Point>;
	byId: ReadonlyMap<number, Feature>;
}

/** Unpacks TopoJSON as the server sends it (object `units`, ids of units). */
export function toFrameGeometry(topology: Topology, units: readonly FrameUnit[]): FrameGeometry {
	const collection = topology.objects.units as GeometryCollection;
	const polygons = feature(topology, collection);
	return {
		units: polygons,
		borders: mesh(topology, collection),
		labels: {
			type: 'FeatureCollection',
			features: units.map((unit) => ({
				type: 'Feature',
				id: unit.id,
				properties: { name: unit.name, areaKm2: unit.areaKm2 },
				geometry: { type: 'Point', coordinates: unit.label }
			}))
		},
		byId: new Map(polygons.features.map((each) => [Number(each.id), each]))
	};
}
