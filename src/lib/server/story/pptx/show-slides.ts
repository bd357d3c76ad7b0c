import JSZip from 'jszip';
import pptxgen from 'pptxgenjs';
import { cleanLine } from '#lib/domain/clean-text.ts';
import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { cleanSlide, type Slide, type Story } from '#lib/domain/story/story.ts';
import type { SlideChart } from '../slide-chart.ts';
import type { SlidePicture } from '../slide-picture.ts';
import { addChart } from './chart-page.ts';
import { titleFit } from '#lib/view/slide-view.ts';
import { ACCENT, FONT, inches, INK, PAPER, points, SOFT } from './layout.ts';
import { addPlan } from './plan-page.ts';
import { mendPackage } from './mend-package.ts';
import { finishCharts } from './plot-chart.ts';
import { addView } from './view-page.ts';

/**
 * A presentation for PowerPoint: text, tables and charts that can be edited there, maps as pictures, and the
 * speaker's notes.
 *
 * @param pictureOf what a slide's view shows; undefined for a slide without one
 * @param chartOf chart of a slide that has one
 * @param planOf map of a plan, as PNG; undefined where its boundaries are not known any more
 * @param stamp of the data, on each slide
 */
export async function showSlides(
	story: Story,
	pictureOf: (slide: Slide) => Promise<SlidePicture | undefined>,
	chartOf: (slide: Slide) => SlideChart | undefined,
	planOf: (slide: PlanSlide) => Promise<Uint8Array | undefined>,
	stamp: string
): Promise<Buffer> {
	const deck = new pptxgen();
	deck.layout = 'LAYOUT_WIDE';
	deck.title = cleanLine(story.title);
	deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
	for (const slide of story.slides.map(cleanSlide)) {
		const page = deck.addSlide();
		page.background = { color: PAPER };
		const picture = slide.kind === 'view' ? await pictureOf(slide) : undefined;
		addTitle(page, slide);
		addFoot(page, stamp, slide.note !== '' ? slide.note : (picture?.note ?? ''));
		if (slide.speaker !== '') page.addNotes(slide.speaker);
		switch (slide.kind) {
			case 'text':
				if (slide.text !== '') addText(page, slide.text);
				break;
			case 'figures':
				addFigures(page, slide.figures);
				break;
			case 'plan':
				addPlan(page, slide, await planOf(slide));
				break;
			case 'chart': {
				const chart = chartOf(slide);
				if (chart) await addChart(deck, page, chart);
				break;
			}
			case 'view':
				if (picture) addView(page, picture);
		}
	}
	const zip = await JSZip.loadAsync(await deck.write({ outputType: 'nodebuffer' }));
	await finishCharts(zip);
	await mendPackage(zip);
	return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The title says the result: beside the map in large type, over other slides in one line. */
function addTitle(page: pptxgen.Slide, slide: Slide) {
	const common = { bold: true, color: INK, fontFace: FONT, fit: 'shrink', margin: 0 } as const;
	if (slide.kind === 'view') {
		page.addText(slide.title, {
			x: inches(88),
			y: inches(70),
			w: inches(640),
			h: inches(210),
			valign: 'middle',
			...common,
			fontSize: points(68 * titleFit(slide.title, false))
		});
		return;
	}
	if (slide.kind === 'text' && slide.text === '') {
		page.addShape('rect', {
			x: 0,
			y: 0,
			w: inches(24),
			h: inches(1080),
			fill: { color: ACCENT }
		});
		page.addText(slide.title, {
			x: inches(134),
			y: inches(360),
			w: inches(1500),
			h: inches(220),
			valign: 'bottom',
			...common,
			fontSize: points(76 * titleFit(slide.title, true))
		});
		return;
	}
	page.addText(slide.title, {
		x: 0.4,
		y: 0.25,
		w: 12.5,
		h: 0.75,
		fontSize: 28,
		valign: 'middle',
		...common
	});
}

/** Stamp of the data and the note, at the foot; the note of an opening below its title. */
function addFoot(page: pptxgen.Slide, stamp: string, note: string) {
	const common = { color: SOFT, fontFace: FONT, valign: 'top', margin: 0 } as const;
	if (note !== '') {
		page.addText(note, {
			x: inches(88),
			y: 6.72,
			w: 8,
			h: 0.32,
			fontSize: 12,
			fit: 'shrink',
			...common
		});
	}
	page.addText(cleanLine(stamp), {
		x: inches(88),
		y: 7.08,
		w: 8,
		h: 0.3,
		fontSize: 10,
		...common
	});
}

function addText(page: pptxgen.Slide, text: string) {
	page.addText(text, {
		x: 0.4,
		y: 1.3,
		w: 12.5,
		h: 5.3,
		fontSize: 22,
		color: INK,
		fontFace: FONT,
		valign: 'top'
	});
}

function addFigures(page: pptxgen.Slide, figures: readonly { value: string; label: string }[]) {
	const across = Math.min(3, Math.max(1, figures.length));
	const width = 12.5 / across;
	figures.forEach(({ value, label }, at) => {
		const x = 0.4 + (at % across) * width;
		const y = 1.8 + Math.floor(at / across) * 2.2;
		page.addText(value, {
			x,
			y,
			w: width - 0.2,
			h: 1,
			fontSize: 48,
			bold: true,
			color: INK,
			fontFace: FONT,
			fit: 'shrink'
		});
		page.addText(label, {
			x,
			y: y + 1,
			w: width - 0.2,
			h: 0.8,
			fontSize: 16,
			color: SOFT,
			fontFace: FONT,
			valign: 'top'
		});
	});
}
