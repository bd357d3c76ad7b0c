import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { INK } from '#lib/view/palette.ts';
import { barLength, type Box, type Fit } from './fit-map.ts';
import { legendMarks, swatch } from './legend-marks.ts';
import type { MapContent } from './map-content.ts';
import type { Mark } from './marks.ts';
import { text, TYPE } from './sheet-type.ts';

/** Part of the width of a row below the map that the legend takes. */
const LEGEND_SHARE = 0.6;
/** Heights on A4, in millimetres. */
const SCALE_HEIGHT = 16;
const SIGNATURE_HEIGHT = 34;

/** Legend, scale, north and a place to sign, in a column beside the map or a row below it. */
export function keyMarks(
	content: MapContent,
	fit: Fit,
	box: Box,
	form: { k: number; beside: boolean; signed: boolean; numbers: boolean }
): Mark[] {
	const { k, beside, signed, numbers } = form;
	const legendBox = beside ? box : { ...box, width: box.width * LEGEND_SHARE };
	const legend = legendMarks(content, legendBox, { k, numbers, columns: beside ? 1 : 2 });
	const side: Box = beside
		? { ...box, y: legend.bottom + 6 * k }
		: {
				x: box.x + box.width * (LEGEND_SHARE + 0.06),
				y: box.y,
				width: box.width * (0.94 - LEGEND_SHARE),
				height: box.height
			};
	const afterScale = side.y + SCALE_HEIGHT * k;
	const low = box.y + box.height - SIGNATURE_HEIGHT * k;
	const signAt = beside ? Math.max(afterScale, low) : afterScale;
	return [
		...legend.marks,
		...scaleBar(side, fit.denominator, k),
		...north(side.x + side.width - 4 * k, side.y, k),
		...(signed ? signature(side.x + side.width / 2, signAt + 6 * k, k) : [])
	];
}

/** A bar in two halves, its length in kilometres, and the scale as a number. */
function scaleBar({ x, y, width }: Box, denominator: number, k: number): Mark[] {
	const kilometres = barLength(denominator, width * 2);
	const length = (kilometres * 1e6) / denominator;
	const top = y + 5 * k;
	const half = (left: number, fill: string): Mark => ({
		...swatch({ x: left, y: top, width: length / 2, height: 1.2 * k }, { fill }, k)
	});
	const middle = { anchor: 'middle' } as const;
	return [
		half(x, INK.light),
		half(x + length / 2, '#ffffff'),
		text(x, top - 1.2 * k, '0', TYPE.small * k),
		text(
			x + length,
			top - 1.2 * k,
			m.sheet_km({ length: formatDecimal(kilometres) }),
			TYPE.small * k,
			middle
		),
		text(x, top + 5 * k, m.sheet_scale({ denominator: formatCount(denominator) }), TYPE.small * k)
	];
}

/** Meridians run straight up in the middle of the map, and nearly so at its sides. */
function north(x: number, y: number, k: number): Mark[] {
	return [
		{
			kind: 'area',
			rings: [
				[
					[x, y],
					[x + 1.9 * k, y + 6 * k],
					[x, y + 4.7 * k],
					[x - 1.9 * k, y + 6 * k],
					[x, y]
				]
			],
			fill: INK.light,
			stroke: INK.light,
			width: 0.1 * k
		},
		text(x, y + 9.6 * k, m.sheet_north(), TYPE.text * k, { anchor: 'middle', bold: true })
	];
}

function signature(x: number, y: number, k: number): Mark[] {
	const middle = { anchor: 'middle' } as const;
	return [
		text(x, y, m.sheet_place_date(), TYPE.small * k, middle),
		text(x, y + 5 * k, m.official_signer(), TYPE.text * k, { ...middle, bold: true }),
		text(x, y + 9 * k, m.annex_sign(), TYPE.small * k, middle)
	];
}
