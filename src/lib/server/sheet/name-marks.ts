import type { LabelNote, LabelUnit, PlacedLabel, Point } from '#lib/view/labels/label-types.ts';
import { placeLabels } from '#lib/view/labels/place-labels.ts';
import { estimateTextWidth } from '#lib/view/labels/text-width.ts';
import { needsRelapseNote } from '#lib/view/labels/relapse-note.ts';
import { INK, PAPER, RELAPSE } from '#lib/view/palette.ts';
import type { Box, Fit } from './fit-map.ts';
import type { MapPicture } from './map-content.ts';
import type { Mark } from './marks.ts';
import { text } from './sheet-type.ts';

/** Names on a screen are so many pixels high; all other sizes of names and marks follow from it. */
const NAME_PX = 11;
/** Half a diamond in those pixels, and the width of the seam around it. */
const DIAMOND_PX = 5;
const DIAMOND_SEAM_PX = 1.8;
/** Width of a leader, and radius of the dot at its end. */
const LEADER_PX = 0.7;
const LEADER_DOT_PX = 1.4;
/** From the middle of a line of type to its baseline, as a share of its height. */
const TO_BASELINE = 0.36;

/**
 * Names of communes where they can be read, with leaders where they do not fit in, and the marks of relapses.
 *
 * @param size height of the names in millimetres
 */
export function names(picture: MapPicture, fit: Fit, box: Box, size: number): Mark[] {
	const mm = size / NAME_PX;
	const onMap = ([x, y]: readonly [number, number]): Point => {
		const [left, top] = fit.place([x, y]);
		return [(left - box.x) / mm, (top - box.y) / mm];
	};
	const onSheet = ([x, y]: Point): [number, number] => [box.x + x * mm, box.y + y * mm];
	const diamonds = (picture.diamonds ?? []).map((diamond) => ({
		diamond,
		at: onMap(diamond.at)
	}));
	const labels = placeLabels({
		box: { width: box.width / mm, height: box.height / mm },
		reserved: [],
		factor: 1,
		measure: estimateTextWidth,
		leadersFor: 'all',
		units: labelUnits(picture, onMap),
		avoid: diamonds.map(({ at: [x, y] }) => ({ x, y, r: DIAMOND_PX + DIAMOND_SEAM_PX })),
		extraLeaders: diamonds.flatMap(({ diamond, at }): LabelNote[] =>
			diamond.note === undefined ||
			!needsRelapseNote(narrow(picture, diamond.id, fit) / mm, 1, diamond.named ?? true)
				? []
				: [{ id: -diamond.id, text: diamond.note, anchor: at, tone: 'relapse' }]
		)
	});
	return [
		...labels.flatMap((label) => leaderMarks(label, onSheet, mm)),
		...diamonds.flatMap(({ at }) => diamondMarks(onSheet(at), mm)),
		...labels.flatMap((label) => labelMarks(label, onSheet, mm))
	];
}

function labelUnits(
	{ ground, nameOf, diamonds = [] }: MapPicture,
	onMap: (place: readonly [number, number]) => Point
): LabelUnit[] {
	const marked = new Set(diamonds.map(({ id }) => id));
	return ground.units.flatMap(({ unitId, rings, label }) => {
		const name = nameOf(unitId);
		if (!name || !label) return [];
		return [
			{
				id: unitId,
				name: name.text,
				anchor: onMap(label),
				polygons: rings.map((ring) => [ring.map(onMap)]),
				importance: {
					capital: name.capital === true,
					chosen: false,
					ward: name.ward === true,
					marked: marked.has(unitId),
					areaKm2: name.weight
				}
			}
		];
	});
}

/** The shorter side of a former commune on paper, in millimetres; of a commune itself nothing is said. */
function narrow({ parts }: MapPicture, id: number, { place }: Fit): number {
	const unit = parts?.ground.units.find(({ unitId }) => unitId === id);
	if (!unit) return Infinity;
	const points = unit.rings.flat().map(place);
	const side = (at: 0 | 1) => {
		const values = points.map((point) => point[at]);
		return Math.max(...values) - Math.min(...values);
	};
	return Math.min(side(0), side(1));
}

/** A diamond around a point, with a seam that parts it from the land. @param mm millimetres of a pixel */
export function diamondMarks([x, y]: readonly [number, number], mm: number): Mark[] {
	const mark = (half: number, color: string): Mark => ({
		kind: 'area',
		rings: [
			[
				[x, y - half],
				[x + half, y],
				[x, y + half],
				[x - half, y],
				[x, y - half]
			]
		],
		fill: color,
		stroke: color,
		width: 0.02
	});
	// Along its edges the seam is as wide as on the screen.
	const seam = DIAMOND_SEAM_PX * Math.SQRT2;
	return [mark((DIAMOND_PX + seam) * mm, PAPER.light), mark(DIAMOND_PX * mm, RELAPSE.light)];
}

type OnSheet = (point: Point) => [number, number];

function leaderMarks({ leader, tone }: PlacedLabel, onSheet: OnSheet, mm: number): Mark[] {
	if (!leader) return [];
	const color = tone === 'relapse' ? RELAPSE.light : INK.light;
	const [x, y] = onSheet(leader.dot);
	const r = LEADER_DOT_PX * mm;
	const corners = Array.from({ length: 13 }, (_, at): [number, number] => {
		const angle = (at / 12) * 2 * Math.PI;
		return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
	});
	return [
		{ kind: 'line', points: leader.points.map(onSheet), stroke: color, width: LEADER_PX * mm },
		{ kind: 'area', rings: [corners], fill: color, stroke: color, width: 0.02 }
	];
}

function labelMarks(label: PlacedLabel, onSheet: OnSheet, mm: number): Mark[] {
	const { lines, x, y, width, height, fontPx, bold, leader, tone } = label;
	const anchor = leader?.align ?? 'middle';
	const left = anchor === 'middle' ? x : anchor === 'end' ? x + width / 2 : x - width / 2;
	const size = fontPx * mm;
	return lines.map((line, at) => {
		const middle = y - height / 2 + (height / lines.length) * (at + 0.5);
		const [sheetX, sheetY] = onSheet([left, middle]);
		return text(sheetX, sheetY + size * TO_BASELINE, line, size, {
			anchor,
			bold,
			halo: PAPER.light,
			...(tone === 'relapse' ? { color: RELAPSE.light } : {})
		});
	});
}
