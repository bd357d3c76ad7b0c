import { fitMap, type Box } from './fit-map.ts';
import { gridMarks } from './grid-marks.ts';
import { keyMarks } from './key-marks.ts';
import type { MapContent, MapPicture } from './map-content.ts';
import { frame, land } from './map-marks.ts';
import type { Mark, Sheet } from './marks.ts';
import { names } from './name-marks.ts';
import { paperSize, type PaperName, type Side } from './paper.ts';
import { QUIET, text, TYPE } from './sheet-type.ts';
import { wrap } from './wrap.ts';

export interface SheetForm {
	paper: PaperName;
	side: Side;
	/** Whether there is a place to sign. */
	signed: boolean;
	/** Whether the legend has numbers; true by default. */
	numbers?: boolean;
	/** Whether the province's grid of VN-2000 lies over the map. */
	grid?: boolean;
}

/** Sizes on A4 in millimetres; larger papers have all of them larger by as much. */
const MARGIN = 12;
const HEADING = 17;
const KEY_WIDTH = 70;
const KEY_HEIGHT = 56;
const GAP = 5;
const NOTE_LINE = TYPE.small * 1.4;

/** A map sheet: title, map with names, legend, scale bar, north arrow, sources, notes, and a place to sign. */
export function mapSheet(content: MapContent, form: SheetForm): Sheet {
	const { paper, side, signed, numbers = true, grid = false } = form;
	const { width, height } = paperSize(paper, side);
	const k = Math.min(width, height) / 210;
	const margin = MARGIN * k;
	const wide = width - 2 * margin;
	const notes = content.notes.flatMap((note) => wrap(note, wide, TYPE.small * k));
	const top = margin + HEADING * k;
	const bottom = height - margin - (notes.length * NOTE_LINE + 2) * k;
	const beside = side === 'landscape';
	const key: Box = beside
		? { x: margin, y: top + 4 * k, width: KEY_WIDTH * k, height: bottom - top - 4 * k }
		: { x: margin, y: bottom - KEY_HEIGHT * k, width: wide, height: KEY_HEIGHT * k };
	const map: Box = beside
		? {
				x: margin + (KEY_WIDTH + GAP) * k,
				y: top,
				width: wide - (KEY_WIDTH + GAP) * k,
				height: bottom - top
			}
		: { x: margin, y: top, width: wide, height: key.y - top - GAP * k };
	const inset = (grid ? 6 : 2) * k;
	const inner: Box = {
		x: map.x + inset,
		y: map.y + inset,
		width: map.width - 2 * inset,
		height: map.height - 2 * inset
	};
	const fit = fitMap(content.ground, inner);
	return {
		width,
		height,
		title: `${content.title}, ${content.subtitle}`,
		marks: [
			...heading(content, width, margin, k),
			...(grid ? [frame(map, 0.25 * k)] : []),
			...land(content, fit, k),
			...(grid ? gridMarks(content, fit, map, k) : []),
			...names(content, fit, map, TYPE.name * k),
			...keyMarks(content, fit, key, { k, beside, signed, numbers }),
			...notes.map((line, at) =>
				text(
					margin,
					height - margin - (notes.length - 1 - at) * NOTE_LINE * k,
					line,
					TYPE.small * k,
					{
						color: QUIET
					}
				)
			)
		]
	};
}

/** The map alone, with its names, as large as it fits on a picture of a size in millimetres. */
export function mapPicture(content: MapPicture, size: { width: number; height: number }): Sheet {
	const fit = fitMap(content.ground, {
		x: 1,
		y: 1,
		width: size.width - 2,
		height: size.height - 2
	});
	const k = Math.min(size.width, size.height) / 150;
	return {
		...size,
		title: content.title,
		marks: [
			...land(content, fit, k),
			...names(content, fit, { x: 0, y: 0, ...size }, TYPE.name * k)
		]
	};
}

function heading(content: MapContent, width: number, margin: number, k: number): Mark[] {
	const middle = width / 2;
	const title = content.title.toLocaleUpperCase('vi');
	// A long title is set smaller, so that it stays on the paper.
	const size = Math.min(TYPE.title * k, ((width - 2 * margin) / title.length) * 1.45);
	return [
		text(width - margin, margin - 2 * k, content.label, TYPE.small * k, { anchor: 'end' }),
		text(middle, margin + (TYPE.title + 0.6) * k, title, size, { anchor: 'middle', bold: true }),
		text(middle, margin + (TYPE.title + 6.2) * k, content.subtitle, TYPE.text * k, {
			anchor: 'middle',
			color: QUIET
		})
	];
}
