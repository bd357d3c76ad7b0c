import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { BORDER, INK } from '#lib/view/palette.ts';
import { barLength, type Box, type Fit } from './fit-map.ts';
import type { AreaPaint, MapContent } from './map-content.ts';
import { rectangle, type Mark } from './marks.ts';
import { text, TYPE } from './sheet-type.ts';
import { wrap } from './wrap.ts';

/** Legend, scale, notes and a place to sign, in a column beside the map or a row below it. */
export function keyMarks(
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
	let y = box.y + TYPE.text * k;
	marks.push(text(box.x, y, m.sheet_legend(), TYPE.text * k, { bold: true }));
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
				TYPE.text * k
			)
		);
	});
	y += rows * line + 5 * k;
	marks.push(...scaleBar(box.x, y, fit.denominator, beside ? box.width : mapWidth / 2, k));
	y += 12 * k;
	const noteWidth = beside || !signed ? box.width : box.width * 0.62;
	for (const each of content.notes) {
		for (const part of wrap(each, noteWidth, TYPE.small * k)) {
			marks.push(text(box.x, y, part, TYPE.small * k));
			y += TYPE.small * 1.35 * k;
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
	const half = swatch(x, y, length / 2, 1.4 * k, { fill: INK.light }, k);
	const other = swatch(x + length / 2, y, length / 2, 1.4 * k, { fill: '#ffffff' }, k);
	return [
		{ ...half, stroke: INK.light } as Mark,
		{ ...other, stroke: INK.light } as Mark,
		text(x, y - 1 * k, '0', TYPE.small * k, { anchor: 'middle' }),
		text(x + length, y - 1 * k, m.sheet_km({ length: formatDecimal(kilometres) }), TYPE.small * k, {
			anchor: 'middle'
		}),
		text(x, y + 5 * k, m.sheet_scale({ denominator: formatCount(denominator) }), TYPE.text * k)
	];
}

/** Beside the map at the foot of the column; below it at the right. */
function signature(box: Box, from: number, { k, beside }: { k: number; beside: boolean }): Mark[] {
	const x = beside ? box.x + box.width / 2 : box.x + box.width * 0.82;
	const y = beside ? Math.max(from + 4 * k, box.y + box.height - 30 * k) : box.y + 26 * k;
	const middle = { anchor: 'middle' } as const;
	return [
		text(x, y, m.sheet_place_date(), TYPE.small * k, middle),
		text(x, y + 5 * k, m.annex_head(), TYPE.text * k, { ...middle, bold: true }),
		text(x, y + 9 * k, m.annex_sign(), TYPE.small * k, middle)
	];
}
