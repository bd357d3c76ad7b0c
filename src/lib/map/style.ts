import type {
	ExpressionSpecification,
	FeatureCollection,
	LayerSpecification,
	StyleSpecification
} from './maplibre-types.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import { BORDER, INK, listPaints, PAPER, type Appearance } from '#lib/view/palette.ts';
import { OVERLAYS } from './patterns.ts';
import { SOURCES, Z_ORDER, type LayerId } from './z-order.ts';

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Units outside the filter stay faintly visible: the province keeps its shape. */
const FADED = 0.14;

/** The class code that a unit's fill shows now; 255 before the first. */
const CODE: ExpressionSpecification = ['to-number', ['feature-state', 'code'], 255];
const FADES: ExpressionSpecification = ['boolean', ['feature-state', 'faded'], false];

/** Colour of a unit's fill, by its code. */
function fillColor(appearance: Appearance): ExpressionSpecification {
	const pairs = listPaints(appearance).flatMap(({ code, paint }) => [code, paint.color]);
	return ['match', CODE, ...pairs, PAPER[appearance]] as unknown as ExpressionSpecification;
}

function patternOpacity(pattern: string, appearance: Appearance): ExpressionSpecification {
	const codes = listPaints(appearance)
		.filter(({ paint }) => paint.pattern === pattern)
		.map(({ code }) => code);
	return ['case', FADES, 0, ['match', CODE, codes, 1, 0]] as unknown as ExpressionSpecification;
}

/** Colour of the line around a unit by its status, in the summary. */
function outlineColor(appearance: Appearance): ExpressionSpecification {
	// A mixed unit has no colour of its own: a plain line says that there is something to look at.
	const pairs = listPaints(appearance).flatMap(({ code, paint }) => [
		code,
		paint.pattern === 'stripes' ? BORDER[appearance] : paint.color
	]);
	const status: ExpressionSpecification = ['to-number', ['feature-state', 'outline'], 255];
	return ['match', status, ...pairs, PAPER[appearance]] as unknown as ExpressionSpecification;
}

/** Layers that everything is drawn with, in no order yet. */
function layers(appearance: Appearance): Record<LayerId, LayerSpecification> {
	const overlays = Object.fromEntries(
		OVERLAYS.map((pattern): [string, LayerSpecification] => [
			`pattern-${pattern}`,
			{
				id: `pattern-${pattern}`,
				type: 'fill',
				source: SOURCES.units,
				layout: { visibility: 'none' },
				paint: { 'fill-pattern': pattern, 'fill-opacity': patternOpacity(pattern, appearance) }
			}
		])
	);
	return {
		...(overlays as Record<LayerId, LayerSpecification>),
		ground: {
			id: 'ground',
			type: 'background',
			paint: { 'background-color': PAPER[appearance] }
		},
		fill: {
			id: 'fill',
			type: 'fill',
			source: SOURCES.units,
			paint: {
				'fill-color': fillColor(appearance),
				'fill-opacity': ['case', FADES, FADED, 1],
				'fill-antialias': false
			}
		},
		stripes: {
			id: 'stripes',
			type: 'fill',
			source: SOURCES.units,
			layout: { visibility: 'none' },
			paint: {
				'fill-opacity': ['case', FADES, 0, ['==', CODE, statusCode('mixed')], 1, 0]
			}
		},
		border: {
			id: 'border',
			type: 'line',
			source: SOURCES.borders,
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': BORDER[appearance],
				'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 9, 0.9, 12, 1.6]
			}
		},
		'status-outline': {
			id: 'status-outline',
			type: 'line',
			source: SOURCES.units,
			layout: { visibility: 'none', 'line-join': 'round' },
			paint: {
				'line-color': outlineColor(appearance),
				'line-width': 3,
				'line-offset': 2,
				'line-opacity': [
					'case',
					FADES,
					0,
					['==', ['to-number', ['feature-state', 'outline'], 255], statusCode('none')],
					0,
					1
				]
			}
		},
		picked: {
			id: 'picked',
			type: 'line',
			source: SOURCES.picked,
			layout: { 'line-join': 'round' },
			paint: { 'line-color': INK[appearance], 'line-width': 2.2 }
		},
		hover: {
			id: 'hover',
			type: 'line',
			source: SOURCES.hover,
			layout: { 'line-join': 'round' },
			paint: { 'line-color': INK[appearance], 'line-width': 1.6 }
		},
		selection: {
			id: 'selection',
			type: 'line',
			source: SOURCES.selection,
			layout: { 'line-join': 'round' },
			paint: { 'line-color': INK[appearance], 'line-width': 3 }
		},
		label: {
			id: 'label',
			type: 'symbol',
			source: SOURCES.labels,
			minzoom: 7,
			layout: {
				'text-field': ['get', 'name'],
				'text-font': ['Be Vietnam Pro'],
				'text-size': ['interpolate', ['linear'], ['zoom'], 7, 10, 10, 13, 13, 16],
				'text-max-width': 7,
				'text-padding': 6,
				'symbol-sort-key': ['-', 0, ['get', 'areaKm2']]
			},
			paint: {
				'text-color': INK[appearance],
				'text-halo-color': PAPER[appearance],
				'text-halo-width': 1.4
			}
		}
	};
}

/** The whole style: nothing in it comes from anywhere else. */
export function buildStyle(appearance: Appearance): StyleSpecification {
	const byId = layers(appearance);
	return {
		version: 8,
		sources: {
			[SOURCES.units]: { type: 'geojson', data: EMPTY, tolerance: 0.375, buffer: 8 },
			[SOURCES.borders]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.labels]: { type: 'geojson', data: EMPTY },
			[SOURCES.picked]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.hover]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.selection]: { type: 'geojson', data: EMPTY, tolerance: 0.2 }
		},
		layers: Z_ORDER.map((id) => byId[id])
	};
}
