import type { FeatureCollection } from 'geojson';

/** The types of MapLibre that the map room speaks in. */
export type {
	ExpressionSpecification,
	GeoJSONSource,
	LayerSpecification,
	Map as MapLibreMap,
	StyleSpecification
} from 'maplibre-gl';
export type { FeatureCollection };
