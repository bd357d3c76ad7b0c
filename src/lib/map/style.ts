import type {
	ExpressionSpecification,
	FeatureCollection,
	LayerSpecification,
	StyleSpecification
} from './maplibre-types.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import {
	BORDER,
	FORMER_BORDER,
	INK,
	listPaints,
	PAPER,
	type Appearance
} from '#lib/view/palette.ts';
import { OVERLAYS, PART_OVERLAYS } from './patterns.ts';
import { SOURCES, Z_ORDER, type LayerId } from './z-order.ts';

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Units outside the filter stay faintly visible: the province keeps its shape. */
const FADED = 0.18;

/** The code of what has no class yet, or none any more. */
export const UNPAINTED = 255;
/** The class code that a unit's fill shows now. */
const CODE: ExpressionSpecification = ['to-number', ['feature-state', 'code'], UNPAINTED];
const FADES: ExpressionSpecification = ['boolean', ['feature-state', 'faded'], false];

type Layers = Partial<Record<LayerId, LayerSpecification>>;

/** Colour of a unit's fill, by its code. */
function fillColor(appearance: Appearance): ExpressionSpecification {
	const pairs = listPaints(appearance).flatMap(({ code, paint }) => [code, paint.color]);
	return ['match', CODE, ...pairs, PAPER[appearance]] as unknown as ExpressionSpecification;
}

function patternOpacity(pattern: string, appearance: Appearance): ExpressionSpecification {
	const codes = listPaints(appearance)
		.filter(({ paint }) => paint.pattern === pattern)
		.map(({ code }) => code);
	const shown: ExpressionSpecification = ['case', FADES, FADED, 1];
	return ['match', CODE, codes, shown, 0] as unknown as ExpressionSpecification;
}

/** Patterns over fills, faded with them. */
function patternLayers(
	prefix: 'pattern' | 'part',
	source: string,
	patterns: readonly string[],
	appearance: Appearance
): Layers {
	return Object.fromEntries(
		patterns.map((pattern): [string, LayerSpecification] => [
			`${prefix}-${pattern}`,
			{
				id: `${prefix}-${pattern}`,
				type: 'fill',
				source,
				layout: { visibility: 'none' },
				paint: { 'fill-pattern': pattern, 'fill-opacity': patternOpacity(pattern, appearance) }
			}
		])
	);
}

function fills(appearance: Appearance): Layers {
	const paint = {
		'fill-color': fillColor(appearance),
		'fill-opacity': ['case', FADES, FADED, 1] as ExpressionSpecification,
		'fill-antialias': false
	};
	return {
		ground: {
			id: 'ground',
			type: 'background',
			paint: { 'background-color': PAPER[appearance] }
		},
		fill: { id: 'fill', type: 'fill', source: SOURCES.units, paint },
		stripes: {
			id: 'stripes',
			type: 'fill',
			source: SOURCES.units,
			layout: { visibility: 'none' },
			paint: { 'fill-opacity': ['case', FADES, 0, ['==', CODE, statusCode('mixed')], 1, 0] }
		},
		'part-fill': {
			id: 'part-fill',
			type: 'fill',
			source: SOURCES.parts,
			layout: { visibility: 'none' },
			paint: {
				...paint,
				// Former communes whose land is painted whole lie there unseen.
				'fill-opacity': ['case', ['==', CODE, UNPAINTED], 0, FADES, FADED, 1]
			}
		}
	};
}

/** A line of the map; its width in pixels of a map of ordinary height. */
function line(
	id: LayerId,
	source: string,
	look: { color: string; width: number; opacity?: number; blur?: number }
): LayerSpecification {
	return {
		id,
		type: 'line',
		source,
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		paint: {
			'line-color': look.color,
			'line-width': look.width,
			'line-opacity': look.opacity ?? 1,
			'line-blur': look.blur ?? 0
		}
	};
}

/** Widths of lines whose boldness depends on whether former communes are shown within. */
export const BORDER_WIDTHS = {
	alone: { border: 1, casing: 2.8, opacity: 0.6 },
	overParts: { border: 1.3, casing: 3.1, opacity: 0.85 }
} as const;

function lines(appearance: Appearance): Layers {
	const { border, casing, opacity } = BORDER_WIDTHS.alone;
	const [dark, ink, halo] = [BORDER[appearance], INK[appearance], PAPER[appearance]];
	return {
		shadow: line('shadow', SOURCES.outline, {
			color: appearance === 'light' ? ink : '#000000',
			width: 9,
			opacity: appearance === 'light' ? 0.12 : 0.4,
			blur: 9
		}),
		'part-border': {
			...line('part-border', SOURCES.partBorders, {
				color: FORMER_BORDER[appearance],
				width: 0.7,
				opacity: 0.6
			}),
			layout: { visibility: 'none', 'line-join': 'round' }
		} as LayerSpecification,
		'border-casing': line('border-casing', SOURCES.borders, {
			color: halo,
			width: casing,
			opacity: 0.75
		}),
		border: line('border', SOURCES.borders, { color: dark, width: border, opacity }),
		outline: line('outline', SOURCES.outline, { color: dark, width: 1.9 }),
		hover: line('hover', SOURCES.hover, { color: ink, width: 2 }),
		picked: line('picked', SOURCES.picked, { color: ink, width: 2.2 }),
		'selection-casing': line('selection-casing', SOURCES.selection, { color: halo, width: 6 }),
		selection: line('selection', SOURCES.selection, { color: ink, width: 3 })
	};
}

/** The whole style: nothing in it comes from anywhere else. */
export function buildStyle(appearance: Appearance): StyleSpecification {
	const byId: Layers = {
		...fills(appearance),
		...patternLayers('pattern', SOURCES.units, OVERLAYS, appearance),
		...patternLayers('part', SOURCES.parts, PART_OVERLAYS, appearance),
		...lines(appearance)
	};
	return {
		version: 8,
		sources: {
			[SOURCES.units]: { type: 'geojson', data: EMPTY, tolerance: 0.375, buffer: 8 },
			[SOURCES.parts]: { type: 'geojson', data: EMPTY, tolerance: 0.375, buffer: 8 },
			[SOURCES.borders]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.outline]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.partBorders]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.picked]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.hover]: { type: 'geojson', data: EMPTY, tolerance: 0.2 },
			[SOURCES.selection]: { type: 'geojson', data: EMPTY, tolerance: 0.2 }
		},
		layers: Z_ORDER.flatMap((id) => byId[id] ?? [])
	};
}
