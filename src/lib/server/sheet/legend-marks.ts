import { formatCount } from '#lib/view/format.ts';
import { BORDER } from '#lib/view/palette.ts';
import type { Box } from './fit-map.ts';
import type { LegendGrid, LegendLine, MapContent } from './map-content.ts';
import { rectangle, type Mark } from './marks.ts';
import { diamondMarks } from './name-marks.ts';
import { HAIRLINE, QUIET, text, TYPE } from './sheet-type.ts';
import { wrap } from './wrap.ts';

/** Sizes on A4 in millimetres. */
const ROW = 5.6;
const SWATCH = { width: 6.4, height: 4 };
const CELL = { height: 9, gap: 0.8 };
/** Part of a legend's width that the names of a grid's rows take. */
const GRID_NAMES = 0.34;

/** What a drawn legend is, and where it ends. */
export interface DrawnLegend {
	marks: Mark[];
	/** Lower edge in millimetres. */
	bottom: number;
}

/**
 * A legend: its title, its grid if it has one, then lines that add up.
 *
 * @param form.numbers whether counts, and with them the sums, stand in it
 * @param form.columns in which its lines stand beside each other
 */
export function legendMarks(
	content: MapContent,
	box: Box,
	{ k, numbers, columns }: { k: number; numbers: boolean; columns: number }
): DrawnLegend {
	const { legendTitle, legendUnit, legendGrid, legend } = content;
	const marks: Mark[] = [];
	const size = TYPE.text * k;
	const titleWidth = numbers ? box.width - 20 * k : box.width;
	let y = box.y + size;
	for (const line of wrap(legendTitle, titleWidth, size, true)) {
		marks.push(text(box.x, y, line, size, { bold: true }));
		y += size * 1.4;
	}
	if (numbers) {
		const unit = { anchor: 'end', color: QUIET } as const;
		marks.push(text(box.x + box.width, box.y + size, legendUnit, TYPE.small * k, unit));
	}
	if (legendGrid) {
		const grid = gridMarks(legendGrid, { ...box, y }, k, numbers);
		marks.push(...grid.marks);
		y = grid.bottom;
	}
	const lines = numbers ? legend : legend.filter(({ paint }) => paint);
	const gap = 6 * k;
	const width = (box.width - gap * (columns - 1)) / columns;
	const rows = Math.ceil(lines.length / columns);
	lines.forEach((line, at) => {
		const x = box.x + Math.floor(at / rows) * (width + gap);
		marks.push(...lineMarks(line, { x, y: y + (at % rows) * ROW * k, width }, k, numbers));
	});
	return { marks, bottom: y + rows * ROW * k };
}

function lineMarks(
	{ label, count, paint, diamond }: LegendLine,
	{ x, y, width }: { x: number; y: number; width: number },
	k: number,
	numbers: boolean
): Mark[] {
	const size = TYPE.text * k;
	const baseline = y + 3.9 * k;
	const bold = paint === undefined;
	return [
		...(paint
			? [
					swatch(
						{ x, y: y + 0.8 * k, width: SWATCH.width * k, height: SWATCH.height * k },
						paint,
						k
					)
				]
			: [rule(x, y + 0.1 * k, width, k)]),
		...(diamond
			? diamondMarks([x + (SWATCH.width * k) / 2, y + (0.8 + SWATCH.height / 2) * k], 0.2 * k)
			: []),
		text(paint ? x + (SWATCH.width + 2) * k : x, baseline, label, size, { bold }),
		...(numbers
			? [text(x + width, baseline, formatCount(count), size, { anchor: 'end', bold: true })]
			: [])
	];
}

function gridMarks(
	{ columns, rows, note }: LegendGrid,
	{ x, y, width }: Box,
	k: number,
	numbers: boolean
): DrawnLegend {
	const size = TYPE.small * k;
	const names = width * GRID_NAMES;
	const step = (width - names) / columns.length;
	const middleOf = (at: number) => x + names + step * (at + 0.5);
	const marks = columns.map((column, at) =>
		text(middleOf(at), y + size, column, size, { anchor: 'middle', color: QUIET })
	);
	let top = y + size * 1.7;
	for (const { label, cells } of rows) {
		const height = CELL.height * k;
		wrap(label, names - 2 * k, size).forEach((line, at, all) => {
			const first = top + height / 2 - ((all.length - 1) / 2) * size * 1.2;
			marks.push(text(x, first + at * size * 1.2 + size * 0.36, line, size, { color: QUIET }));
		});
		cells.forEach(({ count, fill, ink }, at) => {
			const gap = CELL.gap * k;
			const cell = { x: middleOf(at) - step / 2 + gap / 2, y: top, width: step - gap };
			marks.push(swatch({ ...cell, height: height - gap }, { fill }, k));
			if (!numbers) return;
			const baseline = top + (height - gap) / 2 + TYPE.text * k * 0.36;
			marks.push(
				text(middleOf(at), baseline, formatCount(count), TYPE.text * k, {
					anchor: 'middle',
					bold: true,
					color: ink
				})
			);
		});
		top += height;
	}
	top += size * 1.2;
	for (const line of wrap(note, width, size)) {
		marks.push(text(x, top, line, size, { color: QUIET }));
		top += size * 1.35;
	}
	return { marks, bottom: top };
}

/** A rectangle of a colour, in the legend or in a bar. */
export function swatch(box: Box, paint: NonNullable<LegendLine['paint']>, k: number): Mark {
	return {
		kind: 'area',
		rings: [rectangle(box)],
		...paint,
		stroke: BORDER.light,
		width: 0.12 * k
	};
}

function rule(x: number, y: number, width: number, k: number): Mark {
	return {
		kind: 'line',
		points: [
			[x, y],
			[x + width, y]
		],
		stroke: HAIRLINE,
		width: 0.2 * k
	};
}
