import { BASE_MAP_COLORS, BASE_MAP_LINE_PX, RELIEF_OPACITY } from '#lib/view/base-map.ts';
import { BORDER, FORMER_BORDER, INK, PAPER } from '#lib/view/palette.ts';
import { thinRing, type Box, type Fit } from './fit-map.ts';
import type { AreaPaint, MapPicture, SheetBaseMap } from './map-content.ts';
import { rectangle, type Mark } from './marks.ts';
import type { Ground, GroundUnit } from './project.ts';
import { MM_PER_PIXEL } from './tiles.ts';

/** Widths of lines on A4 in millimetres; where former communes are shown, those between communes are bold. */
const WIDTHS = {
	former: 0.1,
	alone: { border: 0.16, casing: 0.4 },
	overParts: { border: 0.26, casing: 0.6 },
	outline: 0.38
};
/** Areas reach under their neighbours by so much, so that no paper shows between them. */
const SEAM = 0.05;
/** Corners closer than this on paper are merged: a twentieth of a millimetre is invisible. */
const FINEST = 0.05;

/** The box that a map stands in. */
export function frame({ x, y, width, height }: Box, line: number): Mark {
	return {
		kind: 'area',
		rings: [rectangle({ x, y, width, height })],
		fill: '#ffffff',
		stroke: INK.light,
		width: line
	};
}

/** The land in its colours, with thin lines between former communes and bold ones between communes. */
export function land(
	{ ground, paintOf, parts, baseMap }: Pick<MapPicture, 'ground' | 'paintOf' | 'parts' | 'baseMap'>,
	fit: Fit,
	k: number
): Mark[] {
	const drawn = parts?.ground.units.filter(({ unitId }) => parts.paintOf(unitId)) ?? [];
	const widths = drawn.length > 0 ? WIDTHS.overParts : WIDTHS.alone;
	const lines = (list: Ground['borders'], stroke: string, width: number) =>
		list.map((line): Mark => ({
			kind: 'line',
			points: thinned(line, fit),
			stroke,
			width: width * k
		}));
	return [
		...ground.units.map((unit) => area(unit, paintOf(unit.unitId), fit)),
		...drawn.flatMap((unit) => {
			const paint = parts?.paintOf(unit.unitId);
			return paint ? [area(unit, paint, fit)] : [];
		}),
		...(baseMap ? [beneath(baseMap, ground, fit, k)] : []),
		...(parts && drawn.length > 0
			? lines(parts.ground.borders, FORMER_BORDER.light, WIDTHS.former)
			: []),
		...lines(ground.borders, PAPER.light, widths.casing),
		...lines(ground.borders, BORDER.light, widths.border),
		...lines(ground.outline, BORDER.light, WIDTHS.outline)
	];
}

/** Hills, rivers and roads, cut off at the border of the province. */
function beneath(baseMap: SheetBaseMap, { units }: Ground, fit: Fit, k: number): Mark {
	const width = BASE_MAP_LINE_PX * MM_PER_PIXEL * k;
	return {
		kind: 'clip',
		rings: units.flatMap(({ rings }) => rings.map((ring) => thinned(ring, fit))),
		marks: [
			...baseMap.relief.map((rings): Mark => ({
				kind: 'shade',
				rings: rings.map((ring) => thinned(ring, fit)),
				fill: INK.light,
				opacity: RELIEF_OPACITY
			})),
			...(['rivers', 'roads'] as const).flatMap((layer) =>
				baseMap[layer].map((line): Mark => ({
					kind: 'line',
					points: thinned(line, fit),
					width,
					stroke: BASE_MAP_COLORS[layer].light
				}))
			)
		]
	};
}

function area({ rings }: GroundUnit, paint: AreaPaint, fit: Fit): Mark {
	return {
		kind: 'area',
		rings: rings.map((ring) => thinned(ring, fit)).filter((ring) => ring.length > 3),
		...paint,
		stroke: paint.fill,
		width: SEAM
	};
}

function thinned(points: readonly (readonly [number, number])[], { place }: Fit) {
	return thinRing(points.map(place), FINEST);
}
