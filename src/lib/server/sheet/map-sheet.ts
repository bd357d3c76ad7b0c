import { fitMap, type Box } from './fit-map.ts';
import { keyMarks } from './key-marks.ts';
import type { MapContent } from './map-content.ts';
import { areas, frame, names, north } from './map-marks.ts';
import type { Mark, Sheet } from './marks.ts';
import { paperSize, type PaperName, type Side } from './paper.ts';
import { text, TYPE } from './sheet-type.ts';

export interface SheetForm {
	paper: PaperName;
	side: Side;
	/** Whether there is a place to sign. */
	signed: boolean;
}

/** Sizes on A4; larger papers have all of them larger by as much. */
const MARGIN = 12;
const LEGEND_WIDTH = 62;

/** A map sheet: title, map with names, legend, scale bar, north arrow, source, notes, and a place to sign. */
export function mapSheet(content: MapContent, { paper, side, signed }: SheetForm): Sheet {
	const { width, height } = paperSize(paper, side);
	const k = Math.min(width, height) / 210;
	const margin = MARGIN * k;
	const top = margin + 17 * k;
	const beside = side === 'landscape';
	const below = beside ? 0 : 64 * k;
	const map: Box = {
		...{ x: margin, y: top },
		width: width - 2 * margin - (beside ? (LEGEND_WIDTH + 4) * k : 0),
		height: height - top - margin - below
	};
	const key: Box = beside
		? {
				...{ x: width - margin - LEGEND_WIDTH * k, y: top },
				...{ width: LEGEND_WIDTH * k, height: height - top - margin }
			}
		: {
				...{ x: margin, y: height - margin - below + 4 * k },
				...{ width: width - 2 * margin, height: below - 4 * k }
			};
	const inner = { x: map.x + 2, y: map.y + 2, width: map.width - 4, height: map.height - 4 };
	const fit = fitMap(content.ground, inner);
	return {
		...{ width, height, title: `${content.title}, ${content.subtitle}` },
		marks: [
			...heading(content, width, margin, k),
			frame(map, 0.3 * k),
			...areas(content, fit),
			...names(content, fit, k),
			...north(map, k),
			...keyMarks(content, fit, key, { k, beside, signed, mapWidth: map.width })
		]
	};
}

/** The map alone, with its names, as large as it fits on a picture of a size in millimetres. */
export function mapPicture(
	content: Pick<MapContent, 'title' | 'ground' | 'paintOf' | 'nameOf'>,
	size: { width: number; height: number }
): Sheet {
	const fit = fitMap(content.ground, {
		x: 1,
		y: 1,
		width: size.width - 2,
		height: size.height - 2
	});
	return {
		...{ ...size, title: content.title },
		marks: [...areas(content, fit), ...names(content, fit, Math.min(size.width, size.height) / 150)]
	};
}

function heading(content: MapContent, width: number, margin: number, k: number): Mark[] {
	const middle = width / 2;
	return [
		text(width - margin, margin + TYPE.small * k, content.label, TYPE.small * k, { anchor: 'end' }),
		text(middle, margin + TYPE.title * k, content.title.toLocaleUpperCase('vi'), TYPE.title * k, {
			...{ anchor: 'middle', bold: true }
		}),
		text(middle, margin + (TYPE.title + 6.5) * k, content.subtitle, (TYPE.text + 0.5) * k, {
			anchor: 'middle'
		})
	];
}
