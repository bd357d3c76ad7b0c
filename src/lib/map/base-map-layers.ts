import type { Position } from 'geojson';
import { Protocol } from 'pmtiles';
import {
	BASE_MAP_COLORS,
	BASE_MAP_LINE_PX,
	RELIEF_OPACITY,
	type BaseMap,
	type BaseMapLayer
} from '#lib/view/base-map.ts';
import { INK, PAPER, type Appearance } from '#lib/view/palette.ts';
import { loadMapLibre } from './maplibre.ts';
import type { GeoJSONSource, LayerSpecification, MapLibreMap } from './maplibre-types.ts';

const SOURCE = 'base-map';
const MASK = 'base-map-mask';
/** Under the lines of communes, over their colours. */
const BELOW = 'part-border';
/** Where along a line its name is tried. */
const SPOTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
/** Further than any province reaches, in degrees. */
const WORLD: Position[] = [
	[-180, -85],
	[180, -85],
	[180, 85],
	[-180, 85],
	[-180, -85]
];

/** A name of the base map, and where on the screen it may stand, in pixels: the best place first. */
export interface BaseMapName {
	name: string;
	spots: { x: number; y: number }[];
}

let protocol: Protocol | undefined;

/** Hills, rivers and roads of a base map on a map, cut off at the border of the province. */
export class BaseMapLayers {
	#shown: BaseMapLayer[] = [];

	constructor(private readonly map: MapLibreMap) {}

	/**
	 * @param land outer rings of the province, beyond which nothing is shown
	 */
	async show(baseMap: BaseMap, land: readonly Position[][], appearance: Appearance): Promise<void> {
		const { addProtocol } = await loadMapLibre();
		if (!protocol) {
			protocol = new Protocol();
			addProtocol('pmtiles', protocol.tile);
		}
		this.hide();
		const { map } = this;
		const { minZoom: minzoom, maxZoom: maxzoom } = baseMap;
		const address = new URL(baseMap.url, location.origin);
		map.addSource(SOURCE, { type: 'vector', url: `pmtiles://${address}`, minzoom, maxzoom });
		map.addSource(MASK, { type: 'geojson', data: beyond(land) });
		this.#shown = baseMap.layers;
		for (const layer of baseMap.layers) {
			const look = layerOf(layer, appearance);
			if (look) map.addLayer(look, BELOW);
		}
		map.addLayer(
			{ id: MASK, type: 'fill', source: MASK, paint: { 'fill-color': PAPER[appearance] } },
			BELOW
		);
	}

	/** The province's border changes with its communes, if only by a few metres. */
	clip(land: readonly Position[][]): void {
		void this.map.getSource<GeoJSONSource>(MASK)?.setData(beyond(land));
	}

	hide(): void {
		const { map } = this;
		for (const id of [...this.#shown.map(layerId), MASK]) {
			if (map.getLayer(id)) map.removeLayer(id);
		}
		for (const id of [SOURCE, MASK]) if (map.getSource(id)) map.removeSource(id);
		this.#shown = [];
	}

	/** Names of what is on the screen now: each once, along the longest line of it. */
	names(): BaseMapName[] {
		const found = new Map<string, Position[]>();
		for (const layer of this.#shown.filter((each) => each !== 'relief')) {
			for (const { properties, geometry } of this.map.querySourceFeatures(SOURCE, {
				sourceLayer: layer
			})) {
				const { name } = properties as { name?: unknown };
				const line = longestLine(geometry);
				if (typeof name !== 'string' || line.length <= (found.get(name)?.length ?? 0)) continue;
				found.set(name, line);
			}
		}
		return [...found].map(([name, line]) => ({
			name,
			spots: SPOTS.flatMap((share) => {
				const [x, y] = line[Math.round(share * (line.length - 1))] ?? [];
				return x === undefined || y === undefined ? [] : [this.map.project([x, y])];
			})
		}));
	}
}

const layerId = (layer: BaseMapLayer) => `base-map-${layer}`;

function layerOf(layer: BaseMapLayer, appearance: Appearance): LayerSpecification | undefined {
	const common = { id: layerId(layer), source: SOURCE, 'source-layer': layer };
	if (layer === 'places') return undefined;
	if (layer === 'relief') {
		return {
			...common,
			type: 'fill',
			paint: {
				'fill-color': INK[appearance],
				'fill-opacity': RELIEF_OPACITY,
				'fill-antialias': false
			}
		};
	}
	return {
		...common,
		type: 'line',
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: { 'line-color': BASE_MAP_COLORS[layer][appearance], 'line-width': BASE_MAP_LINE_PX }
	};
}

/** Everything but the land. */
function beyond(land: readonly Position[][]): GeoJSON.Polygon {
	return { type: 'Polygon', coordinates: [WORLD, ...land] };
}

/** A point is a line of one. */
function longestLine(geometry: GeoJSON.Geometry): Position[] {
	if (geometry.type === 'Point') return [geometry.coordinates];
	if (geometry.type === 'LineString') return geometry.coordinates;
	if (geometry.type !== 'MultiLineString') return [];
	return geometry.coordinates.reduce((a, b) => (b.length > a.length ? b : a), []);
}
