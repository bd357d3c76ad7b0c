import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { BORDER, INK, PAPER } from '#lib/view/palette.ts';
import { barLength, fitMap, thinRing, type Box, type Fit } from './fit-map.ts';
import { rectangle, type Cover, type Mark, type Sheet } from './marks.ts';
import { paperSize, type PaperName, type Side } from './paper.ts';
import { placeNames } from './place-names.ts';
import type { Ground } from './project.ts';
import { wrap } from './wrap.ts';

/** Colour of an area, and what lies over it. */
export interface AreaPaint {
	fill: string;
	cover?: Cover;
}

/** What a map sheet says and shows. */
export interface MapContent {
	title: string;
	/** Province, month, track. */
	subtitle: string;
	ground: Ground;
	paintOf: (unitId: number) => AreaPaint;
	/** Names on the map, with a weight: the larger stands first. */
	nameOf: (unitId: number) => { text: string; weight: number } | undefined;
	legend: readonly { label: string; count: number; paint: AreaPaint }[];
	/** Source, dates, warnings. */
	notes: readonly string[];
	/** Label of who may see it, such as "Nội bộ"; on the first line. */
	label: string;
}

export interface SheetForm {
	paper: PaperName;
	side: Side;
	/** Whether there is a place to sign. */
	signed: boolean;
}

/** Sizes on A4; larger papers have all of them larger by as much. */
const MARGIN = 12;
const TITLE = 5.5;
const TEXT = 2.7;
const SMALL = 2.3;
const NAME = 1.9;
const LEGEND_WIDTH = 62;
const OUTLINE = 0.12;
/** Corners closer than this on paper are one: nobody sees a twentieth of a millimetre. */
const FINEST = 0.05;

const ink = INK.light;

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

function text(
	x: number,
	y: number,
	content: string,
	size: number,
	more: Partial<Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'x' | 'y' | 'text' | 'size'>> = {}
): Mark {
	return {
		...{ kind: 'text', x, y, text: content, size },
		...{ bold: false, anchor: 'start', color: ink, ...more }
	};
}

function heading(content: MapContent, width: number, margin: number, k: number): Mark[] {
	const middle = width / 2;
	return [
		text(width - margin, margin + SMALL * k, content.label, SMALL * k, { anchor: 'end' }),
		text(middle, margin + TITLE * k, content.title.toLocaleUpperCase('vi'), TITLE * k, {
			...{ anchor: 'middle', bold: true }
		}),
		text(middle, margin + (TITLE + 6.5) * k, content.subtitle, (TEXT + 0.5) * k, {
			anchor: 'middle'
		})
	];
}

function frame({ x, y, width, height }: Box, line: number): Mark {
	return {
		kind: 'area',
		rings: [rectangle({ x, y, width, height })],
		...{ fill: PAPER.light, stroke: ink, width: line }
	};
}

function areas(
	{ ground, paintOf }: Pick<MapContent, 'ground' | 'paintOf'>,
	{ place }: Fit
): Mark[] {
	return ground.units.map(({ unitId, rings }) => ({
		kind: 'area',
		rings: rings.map((ring) => thinRing(ring.map(place), FINEST)).filter((ring) => ring.length > 3),
		...paintOf(unitId),
		...{ stroke: BORDER.light, width: OUTLINE }
	}));
}

function names(
	{ ground, nameOf }: Pick<MapContent, 'ground' | 'nameOf'>,
	{ place }: Fit,
	k: number
): Mark[] {
	const size = NAME * k;
	const wanted = ground.units.flatMap(({ unitId, label }) => {
		const name = nameOf(unitId);
		if (!label || !name) return [];
		const [x, y] = place(label);
		return { ...name, x, y };
	});
	return placeNames(wanted, size).map(({ text: name, x, y }) =>
		text(x, y, name, size, { anchor: 'middle', halo: '#ffffff' })
	);
}

/** Meridians run straight up in the middle of the map, and nearly so at its sides. */
function north({ x, y, width }: Box, k: number): Mark[] {
	const [cx, cy] = [x + width - 8 * k, y + 8 * k];
	return [
		{
			kind: 'area',
			rings: [
				[
					[cx, cy],
					[cx + 2.2 * k, cy + 8 * k],
					[cx, cy + 6.2 * k],
					[cx - 2.2 * k, cy + 8 * k],
					[cx, cy]
				]
			],
			...{ fill: ink, stroke: ink, width: 0.1 * k }
		},
		text(cx, cy - 1 * k, m.sheet_north(), TEXT * k, {
			anchor: 'middle',
			bold: true,
			halo: '#ffffff'
		})
	];
}

function keyMarks(
	content: MapContent,
	fit: Fit,
	box: Box,
	form: { k: number; beside: boolean; signed: boolean; mapWidth: number }
): Mark[] {
	const { k, beside, signed, mapWidth } = form;
	const marks: Mark[] = [];
	const line = 5 * k;
	const columns = beside ? 1 : 3;
	const columnWidth = box.width / columns;
	let y = box.y + TEXT * k;
	marks.push(text(box.x, y, m.sheet_legend(), TEXT * k, { bold: true }));
	y += 3 * k;
	const rows = Math.ceil(content.legend.length / columns);
	content.legend.forEach(({ label, count, paint }, at) => {
		const x = box.x + Math.floor(at / rows) * columnWidth;
		const top = y + (at % rows) * line;
		marks.push(
			swatch(x, top, 6 * k, 3.6 * k, paint, k),
			text(
				x + 7.5 * k,
				top + 2.8 * k,
				m.sheet_legend_line({ label, count: formatCount(count) }),
				TEXT * k
			)
		);
	});
	y += rows * line + 5 * k;
	marks.push(...scaleBar(box.x, y, fit.denominator, beside ? box.width : mapWidth / 2, k));
	y += 12 * k;
	const noteWidth = beside || !signed ? box.width : box.width * 0.62;
	for (const each of content.notes) {
		for (const part of wrap(each, noteWidth, SMALL * k)) {
			marks.push(text(box.x, y, part, SMALL * k));
			y += SMALL * 1.35 * k;
		}
		y += 0.8 * k;
	}
	if (signed) marks.push(...signature(box, y, { k, beside }));
	return marks;
}

function swatch(
	x: number,
	y: number,
	width: number,
	height: number,
	paint: AreaPaint,
	k: number
): Mark {
	return {
		kind: 'area',
		rings: [rectangle({ x, y, width, height })],
		...paint,
		...{ stroke: BORDER.light, width: 0.15 * k }
	};
}

/** A bar in two halves, its length in kilometres, and the scale as a number. */
function scaleBar(x: number, y: number, denominator: number, width: number, k: number): Mark[] {
	const kilometres = barLength(denominator, width * 1.6);
	const length = (kilometres * 1e6) / denominator;
	const half = swatch(x, y, length / 2, 1.4 * k, { fill: ink }, k);
	const other = swatch(x + length / 2, y, length / 2, 1.4 * k, { fill: '#ffffff' }, k);
	return [
		{ ...half, stroke: ink } as Mark,
		{ ...other, stroke: ink } as Mark,
		text(x, y - 1 * k, '0', SMALL * k, { anchor: 'middle' }),
		text(x + length, y - 1 * k, m.sheet_km({ length: formatDecimal(kilometres) }), SMALL * k, {
			anchor: 'middle'
		}),
		text(x, y + 5 * k, m.sheet_scale({ denominator: formatCount(denominator) }), TEXT * k)
	];
}

/** Beside the map at the foot of the column; below it at the right. */
function signature(box: Box, from: number, { k, beside }: { k: number; beside: boolean }): Mark[] {
	const x = beside ? box.x + box.width / 2 : box.x + box.width * 0.82;
	const y = beside ? Math.max(from + 4 * k, box.y + box.height - 30 * k) : box.y + 26 * k;
	const middle = { anchor: 'middle' } as const;
	return [
		text(x, y, m.sheet_place_date(), SMALL * k, middle),
		text(x, y + 5 * k, m.annex_head(), TEXT * k, { ...middle, bold: true }),
		text(x, y + 9 * k, m.annex_sign(), SMALL * k, middle)
	];
}
