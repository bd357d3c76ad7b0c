import type { FeatureCollection } from 'geojson';

/** The types of MapLibre that the map room speaks in. */
export type {
	ExpressionSpecification,
	FilterSpecification,
	GeoJSONSource,
	LayerSpecification,
	Map as MapLibreMap,
	MapLayerMouseEvent,
	StyleSpecification
} from 'maplibre-gl';
export type { FeatureCollection };
