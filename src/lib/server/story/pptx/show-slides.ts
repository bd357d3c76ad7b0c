import JSZip from 'jszip';
import pptxgen from 'pptxgenjs';
import { cleanLine } from '#lib/domain/clean-text.ts';
import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { cleanSlide, type Slide, type Story } from '#lib/domain/story/story.ts';
import type { SlideChart } from '../slide-chart.ts';
import type { SlidePicture } from '../slide-picture.ts';
import { addChart } from './chart-page.ts';
import { FONT, INK, SOFT } from './layout.ts';
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
		page.addText(slide.title, {
			...{ x: 0.4, y: 0.25, w: 12.5, h: 0.75, fontSize: 28, bold: true, color: INK },
			...{ fontFace: FONT, fit: 'shrink', valign: 'middle' }
		});
		if (slide.note !== '') {
			page.addText(slide.note, {
				...{ x: 0.4, y: 0.95, w: 12.5, h: 0.4, fontSize: 16, color: SOFT, fontFace: FONT }
			});
		}
		page.addText(cleanLine(stamp), {
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
		const chart = chartOf(slide);
		if (chart) {
			await addChart(deck, page, chart);
			continue;
		}
		const picture = await pictureOf(slide);
		if (picture) addView(deck, page, picture);
	}
	const zip = await JSZip.loadAsync(await deck.write({ outputType: 'nodebuffer' }));
	await finishCharts(zip);
	await mendPackage(zip);
	return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
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
