import type pptxgen from 'pptxgenjs';
import { MAP_CLASSES } from '#lib/domain/map-class.ts';
import { classLabel } from '#lib/view/class-label.ts';
import { fillCode } from '#lib/view/frame-view.ts';
import { paintOf } from '#lib/view/palette.ts';
import type { SlideChart } from '../slide-chart.ts';
import { yearPictures } from '../slide-picture.ts';
import { FONT, imageOf, INK, SOFT } from './layout.ts';
import { addPlot, isPale } from './plot-chart.ts';

type YearChart = Extract<SlideChart, { kind: 'years' }>;

/** The chart with its notes; years as small pictures of the map. */
export async function addChart(deck: pptxgen, page: pptxgen.Slide, chart: SlideChart) {
	const plain = { color: SOFT, fontFace: FONT };
	page.addText(chart.title, {
		x: 0.4,
		y: 1.15,
		w: 12.5,
		h: 0.4,
		fontSize: 18,
		bold: true,
		color: INK,
		fontFace: FONT
	});
	if (chart.kind === 'marks') addPlot(deck, page, chart, { x: 0.4, y: 1.65, w: 12.5, h: 4.7 });
	else {
		const across = Math.max(5, Math.ceil(chart.years.length / 2));
		const step = 12.5 / across;
		for (const [at, { year, text, png }] of (await yearPictures(chart)).entries()) {
			const x = 0.4 + (at % across) * step;
			const y = 1.7 + Math.floor(at / across) * 2.25;
			const size = { x, y, w: step - 0.1, h: 1.9 };
			page.addImage(imageOf(png, text, size));
			page.addText(String(year), {
				x,
				y: y + 1.9,
				w: step - 0.1,
				h: 0.3,
				fontSize: 14,
				align: 'center',
				...plain
			});
		}
	}
	if (chart.kind === 'years') addKey(page, chart);
	page.addText(chart.notes.join(' '), {
		x: 0.4,
		y: 6.42,
		w: 12.5,
		h: 0.3,
		fontSize: 11,
		valign: 'top',
		fit: 'shrink',
		...plain
	});
}

/** What the colours of the small maps mean. */
function addKey(page: pptxgen.Slide, { years, shown, view }: YearChart) {
	const { source } = shown;
	const used = new Set(
		years.flatMap(({ month }) => source.units.map((_, row) => fillCode(source, row, month, view)))
	);
	const parts = MAP_CLASSES.filter(({ code }) => used.has(code)).flatMap(({ mapClass }) => {
		const { color, pattern } = paintOf(mapClass, 'light');
		const mark = isPale(color)
			? { text: '□ ', color: SOFT }
			: { text: '■ ', color: color.slice(1) };
		return [
			{ text: pattern ? '▨ ' : mark.text, options: { color: mark.color } },
			{ text: `${classLabel(mapClass, view.perPeople)}    `, options: { color: INK } }
		];
	});
	page.addText(parts, { x: 0.4, y: 6.15, w: 12.5, h: 0.3, fontSize: 12, fontFace: FONT });
}
