import type pptxgen from 'pptxgenjs';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/view/format.ts';
import { legendScale } from '#lib/view/slide-legend.ts';
import type { SlidePicture } from '../slide-picture.ts';
import { addSwatch } from './swatch.ts';
import { FONT, imageOf, inches, INK, LINE, points, SOFT } from './layout.ts';

/** Edges of the column of words, in pixels of a slide 1920 wide. */
const LEFT = 88;
const WIDTH = 640;
/** The map with its margins. */
const MAP = { x: inches(760), y: inches(8), w: inches(1144), h: inches(1064) };
/** Height of a line of the legend at full size, and of what stands above all of them. */
const ROW = 61;
const LEGEND_TOP = 370;

/** What and when, the legend as coloured shapes with its sums, and the map over the whole height. */
export function addView(page: pptxgen.Slide, { png, legend, when }: SlidePicture) {
	page.addImage(imageOf(png, m.map_title(), MAP));
	page.addText(when, {
		x: inches(LEFT),
		y: inches(290),
		w: inches(WIDTH),
		h: inches(60),
		margin: 0,
		fontFace: FONT,
		fontSize: points(30),
		color: SOFT,
		valign: 'top',
		fit: 'shrink'
	});
	const scale = legendScale(legend.length);
	const height = ROW * scale;
	legend.forEach((row, at) => {
		const y = LEGEND_TOP + at * height;
		const line = { y: inches(y), h: inches(height), margin: 0, valign: 'middle' } as const;
		const type = {
			fontFace: FONT,
			fontSize: points(31 * scale),
			color: INK,
			bold: row.kind === 'sum'
		};
		if (row.kind === 'class') {
			const box = { x: LEFT, y: y + height * 0.2, width: 54 * scale, height: height * 0.6 };
			addSwatch(page, row.mapClass, box);
		}
		if (row.kind === 'sum') {
			page.addShape('line', {
				x: inches(LEFT),
				y: inches(y),
				w: inches(WIDTH),
				h: 0,
				line: { color: LINE, width: 1 }
			});
		}
		const indent = row.kind === 'class' ? 78 * scale : 0;
		page.addText(row.label, {
			...type,
			...line,
			x: inches(LEFT + indent),
			w: inches(WIDTH - indent - 100),
			fit: 'shrink'
		});
		page.addText(formatCount(row.count), {
			...type,
			...line,
			x: inches(LEFT + WIDTH - 100),
			w: inches(100),
			align: 'right',
			bold: true
		});
	});
}
