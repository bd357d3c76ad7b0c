import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { USUAL_PARTS, type Slide } from '#lib/domain/story/story.ts';
import { slideLegend, type SlideLegendRow } from '#lib/view/slide-legend.ts';
import { slideDateLine, slideMapNote } from '#lib/view/slide-words.ts';
import { sheetPng, svgPng } from '../sheet/sheet-png.ts';
import { planPicture } from './plan-picture.ts';
import type { ShownFrame } from './show-frames.ts';
import type { SlideChart } from './slide-chart.ts';
import type { DrawnSlide } from './slide-content.ts';
import { slideMapSvg } from './slide-map.ts';

/** A view as a PowerPoint slide needs it. */
export interface SlidePicture {
	/** The map, as PNG. */
	png: Uint8Array;
	/** Lines of the legend with their sums; none where the slide leaves it out. */
	legend: readonly SlideLegendRow[];
	/** Below the title: what and when. */
	when: string;
	/** For the foot of a slide without a note of its own. */
	note: string;
}

/** Size of the map in pixels of a slide 1920 wide, and of the picture. */
export const MAP_SIZE = { width: 1144, height: 1064 };
const MAP_PIXELS = 2 * MAP_SIZE.width;
/** Names are 22 px high on a slide of 1080. */
export const MAP_FACTOR = 2;
/** Of a plan's map, in millimetres. */
const PLAN_SIZE = { width: 190, height: 140 };
const PLAN_SCALE = 2;
/** Of one of several years. */
const YEAR_SIZE = { width: 460, height: 360 };

/** The map of a plan, as PNG. */
export async function planPng(
	frames: readonly ShownFrame[],
	slide: PlanSlide
): Promise<Uint8Array | undefined> {
	const picture = planPicture(frames, slide, PLAN_SIZE);
	return picture && sheetPng(picture, PLAN_SCALE);
}

/** What a slide's view shows in its month, as it is drawn. */
export async function slidePicture(
	slide: Slide,
	drawn: DrawnSlide | undefined
): Promise<SlidePicture | undefined> {
	if (!drawn) return undefined;
	const parts = slide.kind === 'view' ? (slide.parts ?? USUAL_PARTS) : USUAL_PARTS;
	const svg = slideMapSvg(drawn, {
		size: MAP_SIZE,
		factor: MAP_FACTOR,
		title: slide.title,
		names: parts.includes('names'),
		marks: parts.includes('marks')
	});
	return {
		png: await svgPng(svg, MAP_PIXELS),
		legend: parts.includes('legend') ? slideLegend(drawn.content) : [],
		when: slideDateLine(drawn.content),
		note: slideMapNote(drawn.content)
	};
}

/** The small maps of a chart of years, with what each shows in words. */
export function yearPictures({
	years,
	drawnIn
}: Extract<SlideChart, { kind: 'years' }>): Promise<
	{ year: number; text: string; png: Uint8Array }[]
> {
	const drawn = years.flatMap(({ year, month, text }) => {
		const slide = drawnIn(month);
		return slide ? [{ year, text, slide }] : [];
	});
	return Promise.all(
		drawn.map(async ({ year, text, slide }) => {
			const form = { size: YEAR_SIZE, factor: 1, names: false, marks: true, title: text };
			return { year, text, png: await svgPng(slideMapSvg(slide, form), YEAR_SIZE.width) };
		})
	);
}
