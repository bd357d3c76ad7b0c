import type { Position } from 'geojson';
import { Protocol } from 'pmtiles';
import type { BaseMap, BaseMapLayer } from '#lib/view/base-map.ts';
import { INK, PAPER, type Appearance } from '#lib/view/palette.ts';
import { loadMapLibre } from './maplibre.ts';
import type { GeoJSONSource, LayerSpecification, MapLibreMap } from './maplibre-types.ts';

const SOURCE = 'base-map';
const MASK = 'base-map-mask';
/** Under the lines of communes, over their colours. */
const BELOW = 'part-border';
const LINE_PX = 0.8;
const RELIEF_OPACITY = 0.11;
const COLORS: Record<'rivers' | 'roads', Record<Appearance, string>> = {
	rivers: { light: '#b9cfdc', dark: '#2c3f4a' },
	roads: { light: '#cfc8ba', dark: '#3a3f45' }
};
/** Further than any province reaches, in degrees. */
const WORLD: Position[] = [
	[-180, -85],
	[180, -85],
	[180, 85],
	[-180, 85],
	[-180, -85]
];

/** A name of the base map where it stands on the screen, in pixels. */
export interface BaseMapName {
	name: string;
	x: number;
	y: number;
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

	/** Names of what is on the screen now: each once, in the middle of the longest line of it. */
	names(): BaseMapName[] {
		const found = new Map<string, { at: Position; size: number }>();
		for (const layer of this.#shown.filter((each) => each !== 'relief')) {
			for (const { properties, geometry } of this.map.querySourceFeatures(SOURCE, {
				sourceLayer: layer
			})) {
				const { name } = properties as { name?: unknown };
				const place = middleOf(geometry);
				if (typeof name !== 'string' || !place) continue;
				if (place.size > (found.get(name)?.size ?? -1)) found.set(name, place);
			}
		}
		return [...found].map(
			([
				name,
				{
					at: [x = 0, y = 0]
				}
			]) => ({
				name,
				...this.map.project([x, y])
			})
		);
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
		paint: { 'line-color': COLORS[layer][appearance], 'line-width': LINE_PX }
	};
}

/** Everything but the land. */
function beyond(land: readonly Position[][]): GeoJSON.Polygon {
	return { type: 'Polygon', coordinates: [WORLD, ...land] };
}

/** The middle of a line, or a point, and how large the thing is. */
function middleOf(geometry: GeoJSON.Geometry): { at: Position; size: number } | undefined {
	if (geometry.type === 'Point') return { at: geometry.coordinates, size: 0 };
	const lines =
		geometry.type === 'LineString'
			? [geometry.coordinates]
			: geometry.type === 'MultiLineString'
				? geometry.coordinates
				: [];
	const longest = lines.reduce<Position[]>((a, b) => (b.length > a.length ? b : a), []);
	const at = longest[Math.floor(longest.length / 2)];
	return at && { at, size: longest.length };
}
