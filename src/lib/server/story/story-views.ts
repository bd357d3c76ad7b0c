import type { Month } from '#lib/domain/period.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import { findFrame } from '#lib/domain/unit.ts';
import { viewOf } from '#lib/view/slide-view.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { chooseTrack, type Province } from '../province.ts';

/** A slide's view, and the month that it shows. */
export interface SlideView {
	params: ViewParams;
	month: Month;
}

/** What a slide shows of the province; undefined for one without a view. */
export function slideView(slide: Slide, province: Province, last: Month): SlideView | undefined {
	const params = viewOf(slide);
	if (!params) return undefined;
	const { frames, dataMonths, calendar } = province.historyOf(
		chooseTrack(province, params.track ?? null)
	);
	const month = Math.min(last, params.month ?? dataMonths?.to ?? last);
	// All years stand on the boundaries of one month.
	const on = params.on ?? findFrame(frames, month, calendar)?.from;
	return params.plots.includes('years') && on !== undefined
		? { params: { ...params, on }, month }
		: { params, month };
}
