import type { Slide } from '#lib/domain/story/story.ts';
import { parseViewParams, PLOTS, type ViewParams } from './view-params.ts';

/** The view that a slide shows, with its chart if it is one; undefined for one without a map. */
export function viewOf(slide: Slide | undefined): ViewParams | undefined {
	if (!slide || !('view' in slide)) return undefined;
	const view = parseViewParams(new URLSearchParams(slide.view));
	return { ...view, plots: PLOTS.filter((plot) => slide.kind === 'chart' && slide.plot === plot) };
}

/** As many letters fill a slide at full size. */
const FULL_SLIDE = 450;

/** How large the letters of a text are, so that a long one stays on the slide: 1 at full size. */
export function textFit(text: string): number {
	return Math.min(1, Math.sqrt(FULL_SLIDE / Math.max(1, text.length)));
}

/** As many letters of a title have their full size beside a map, and over the whole width. */
const FULL_TITLE = { beside: 44, wide: 90 };
/** A long title is as small as this at least, of its full size. */
const MIN_TITLE = 0.42;

/** How large the letters of a title are, so that a long one leaves room: 1 at full size. @param wide over the whole width */
export function titleFit(title: string, wide: boolean): number {
	const full = wide ? FULL_TITLE.wide : FULL_TITLE.beside;
	return Math.max(MIN_TITLE, Math.min(1, Math.sqrt(full / Math.max(1, title.length))));
}
