import type { Feature, Position } from 'geojson';
import type { ScreenPolygons } from '#lib/view/labels/label-types.ts';
import type { MapLibreMap } from './maplibre-types.ts';

/** A place in Web Mercator, where the world is one wide. */
type Mercator = readonly [x: number, y: number];

/** Shapes in pixels of a map, computed from coordinates that are worked out once for each shape. */
export class ScreenShapes {
	readonly #known = new WeakMap<Feature, Mercator[][][]>();

	constructor(private readonly map: MapLibreMap) {}

	/** Polygons of a shape where the map looks now. */
	polygonsOf(shape: Feature): ScreenPolygons {
		let polygons = this.#known.get(shape);
		if (!polygons) this.#known.set(shape, (polygons = mercatorOf(shape)));
		const place = this.#placing();
		return polygons.map((rings) => rings.map((ring) => ring.map(place)));
	}

	/** Pixels of a place, flat on the map's box. Looking down at a slant MapLibre itself has to say. */
	#placing(): (point: Mercator) => [number, number] {
		const { map } = this;
		if (map.getPitch() > 0) {
			return (point) => {
				const { x, y } = map.project(unproject(point));
				return [x, y];
			};
		}
		const { lng, lat } = map.getCenter();
		const [cx, cy] = project([lng, lat]);
		const middle = map.project([lng, lat]);
		const world = 512 * 2 ** map.getZoom();
		return ([x, y]) => [(x - cx) * world + middle.x, (y - cy) * world + middle.y];
	}
}

function mercatorOf({ geometry }: Feature): Mercator[][][] {
	if (geometry.type === 'Polygon') return [geometry.coordinates.map((ring) => ring.map(project))];
	if (geometry.type !== 'MultiPolygon') return [];
	return geometry.coordinates.map((rings) => rings.map((ring) => ring.map(project)));
}

function project([lon = 0, lat = 0]: Position): Mercator {
	const sine = Math.sin((lat * Math.PI) / 180);
	return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

function unproject([x, y]: Mercator): [number, number] {
	const lat = (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * (180 / Math.PI);
	return [(x - 0.5) * 360, lat];
}
