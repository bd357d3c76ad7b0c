import type pptxgen from 'pptxgenjs';
import { m } from '#lib/paraglide/messages.js';
import type { SlidePicture } from '../slide-picture.ts';
import { FONT, imageOf, INK, SIDE } from './layout.ts';

/** The map at the left; at the right the month, and the legend as a table and as a chart. */
export function addView(deck: pptxgen, page: pptxgen.Slide, picture: SlidePicture) {
	const { png, legend, colors, month } = picture;
	page.addImage(imageOf(png, m.map_title()));
	page.addText(month, {
		...{
			x: SIDE.x,
			y: 1.3,
			w: SIDE.w,
			h: 0.6,
			fontSize: 32,
			bold: true,
			color: INK,
			align: 'right'
		},
		fontFace: FONT
	});
	const shown = legend.flatMap((entry, at) =>
		entry.count > 0 ? { ...entry, color: colors[at] ?? 'FFFFFF' } : []
	);
	if (shown.length === 0) return;
	const cell = { fontFace: FONT, fontSize: 12, color: INK } as const;
	page.addTable(
		[
			[
				{ text: m.legend(), options: { ...cell, bold: true } },
				{ text: m.column_communes(), options: { ...cell, bold: true, align: 'right' } }
			],
			...shown.map(({ label, count }) => [
				{ text: label, options: cell },
				{ text: String(count), options: { ...cell, align: 'right' as const } }
			])
		],
		{
			...{ x: SIDE.x, y: 2, w: SIDE.w, colW: [3.6, 1] },
			border: { type: 'solid', pt: 0.5, color: 'CCCCCC' }
		}
	);
	// Bars grow from below: the first of the legend is drawn last.
	const upwards = shown.toReversed();
	page.addChart(
		deck.ChartType.bar,
		[
			{
				name: m.column_communes(),
				labels: upwards.map(({ label }) => label),
				values: upwards.map(({ count }) => count)
			}
		],
		{
			...{ x: SIDE.x, y: 2.35 + 0.32 * (shown.length + 1), w: SIDE.w },
			h: Math.max(1.5, 4.6 - 0.32 * (shown.length + 1)),
			...{ barDir: 'bar', chartColors: upwards.map(({ color }) => color), showValue: true },
			...{ catAxisLabelFontSize: 10, valAxisHidden: true, valGridLine: { style: 'none' } }
		}
	);
}
