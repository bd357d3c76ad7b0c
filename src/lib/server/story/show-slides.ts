import pptxgen from 'pptxgenjs';
import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LegendEntry } from '#lib/view/legend.ts';
import { decisionText } from '#lib/view/story-text.ts';

/** A view as a PowerPoint slide needs it. */
export interface SlidePicture {
	/** The map, as PNG. */
	png: Uint8Array;
	legend: readonly Pick<LegendEntry, 'label' | 'count'>[];
	/** Colour of each line of the legend, as "176546". */
	colors: readonly string[];
	/** "12/2019". */
	month: string;
}

/** Sizes in inches, on a slide of 13.33 × 7.5. */
const MAP = { x: 0.4, y: 1.35, w: 7.6, h: 5.6 };
const SIDE = { x: 8.3, w: 4.6 };
const FONT = 'Arial';
const INK = '22272E';
const SOFT = '555B62';

/**
 * A presentation for PowerPoint: text, tables and charts that can be edited there, maps as pictures, and the
 * speaker's notes.
 *
 * @param pictureOf what a slide's view shows; undefined for a slide without one
 * @param planOf map of a plan, as PNG; undefined where its boundaries are not known any more
 * @param stamp of the data, on each slide
 */
export async function showSlides(
	story: Story,
	pictureOf: (slide: Slide) => Promise<SlidePicture | undefined>,
	planOf: (slide: PlanSlide) => Promise<Uint8Array | undefined>,
	stamp: string
): Promise<Buffer> {
	const deck = new pptxgen();
	deck.layout = 'LAYOUT_WIDE';
	deck.title = story.title;
	deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
	for (const slide of story.slides) {
		const page = deck.addSlide();
		page.addText(slide.title, {
			...{ x: 0.4, y: 0.25, w: 12.5, h: 0.75, fontSize: 28, bold: true, color: INK },
			...{ fontFace: FONT, fit: 'shrink', valign: 'middle' }
		});
		if (slide.note !== '') {
			page.addText(slide.note, {
				...{ x: 0.4, y: 0.95, w: 12.5, h: 0.4, fontSize: 16, color: SOFT, fontFace: FONT }
			});
		}
		page.addText(stamp, {
			...{ x: 0.4, y: 7.05, w: 12.5, h: 0.35, fontSize: 10, color: SOFT, fontFace: FONT }
		});
		if (slide.speaker !== '') page.addNotes(slide.speaker);
		if (slide.kind === 'text') {
			page.addText(slide.text, {
				...{ x: 0.4, y: 1.5, w: 12.5, h: 5.3, fontSize: 22, color: INK, fontFace: FONT },
				valign: 'top'
			});
			continue;
		}
		if (slide.kind === 'figures') {
			addFigures(page, slide.figures);
			continue;
		}
		if (slide.kind === 'plan') {
			addPlan(page, slide, await planOf(slide));
			continue;
		}
		const picture = await pictureOf(slide);
		if (picture) addView(deck, page, picture);
	}
	return (await deck.write({ outputType: 'nodebuffer' })) as Buffer;
}

function addFigures(page: pptxgen.Slide, figures: readonly { value: string; label: string }[]) {
	const across = Math.min(3, Math.max(1, figures.length));
	const width = 12.5 / across;
	figures.forEach(({ value, label }, at) => {
		const x = 0.4 + (at % across) * width;
		const y = 1.8 + Math.floor(at / across) * 2.2;
		page.addText(value, {
			...{ x, y, w: width - 0.2, h: 1, fontSize: 48, bold: true, color: INK, fontFace: FONT },
			fit: 'shrink'
		});
		page.addText(label, {
			...{ x, y: y + 1, w: width - 0.2, h: 0.8, fontSize: 16, color: SOFT, fontFace: FONT },
			valign: 'top'
		});
	});
}

/** The map of a plan at the left; at the right whether it was decided, and its communes as a table. */
function addPlan(page: pptxgen.Slide, slide: PlanSlide, png: Uint8Array | undefined) {
	if (png) page.addImage(imageOf(png, m.annex_map()));
	const cell = {
		fontFace: FONT,
		fontSize: slide.communes.length <= PLAN_LINES ? 12 : 10,
		color: INK
	};
	page.addText(decisionText(slide), {
		...{ x: SIDE.x, y: 1.35, w: SIDE.w, h: 0.6, fontSize: 14, bold: true, color: INK },
		...{ fontFace: FONT, valign: 'top' }
	});
	page.addTable(
		planRows(slide).map((row) => row.map((text) => ({ text, options: cell }))),
		{
			...{ x: SIDE.x, y: 2, w: SIDE.w, autoPage: false, margin: 0.02 },
			border: { type: 'solid', pt: 0.5, color: 'CCCCCC' }
		}
	);
}

/** So many lines have room beside the map, and so many columns of names. */
const PLAN_LINES = 18;
const PLAN_COLUMNS = 3;

/** Communes with their districts while they fit; names alone in columns where they are more. */
function planRows({ communes }: PlanSlide): string[][] {
	if (communes.length <= PLAN_LINES) return communes.map(({ name, group }) => [name, group]);
	const names = communes.map(({ name }) => name);
	const most = PLAN_LINES * PLAN_COLUMNS;
	if (names.length > most) {
		const rest = names.splice(most - 1).length;
		names.push(`… + ${rest}`);
	}
	const columns = Math.min(PLAN_COLUMNS, Math.ceil(names.length / PLAN_LINES));
	const lines = Math.ceil(names.length / columns);
	return Array.from({ length: lines }, (_line, at) =>
		Array.from({ length: columns }, (_column, column) => names[column * lines + at] ?? '')
	);
}

function imageOf(png: Uint8Array, altText: string): pptxgen.ImageProps {
	return {
		...{ ...MAP, altText, sizing: { type: 'contain', w: MAP.w, h: MAP.h } },
		data: `image/png;base64,${Buffer.from(png).toString('base64')}`
	};
}

/** The map at the left; at the right the month, and the legend as a table and as a chart. */
function addView(deck: pptxgen, page: pptxgen.Slide, picture: SlidePicture) {
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
