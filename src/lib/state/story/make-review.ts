import type { Seen, Slide } from '#lib/domain/story/story.ts';
import type { Month } from '#lib/domain/period.ts';
import { countFillCodes } from '#lib/view/legend.ts';
import { firstResultsEnd } from '#lib/view/review-months.ts';
import { reviewSlides } from '#lib/view/review-slides.ts';
import type { SlideContent } from '#lib/view/slide-content.ts';
import { parseViewParams, type Theme } from '#lib/view/view-params.ts';
import type { ProvinceState } from '../province-state.svelte.ts';
import { newKey } from './new-slide.ts';
import { loadSlide } from './slide-loader.ts';

/**
 * Makes the slides of a review from what the province's data say now.
 *
 * @param today `2026-11-26`
 * @returns undefined where no boundaries are known yet
 * @throws RequestFailed
 */
export async function makeReview(
	province: ProvinceState,
	today: string
): Promise<Slide[] | undefined> {
	const { overview, lastReported } = province;
	const contentOf = async (theme: Theme, month: Month): Promise<SlideContent | undefined> => {
		const params = { ...parseViewParams(new URLSearchParams()), theme, month };
		return (await loadSlide(province, params))?.content;
	};
	const status = await contentOf('status', lastReported);
	if (!status) return undefined;
	const end = firstResultsEnd(overview.headlines, lastReported);
	const first = end === undefined ? undefined : await contentOf('status', end);
	const trend = status.leading === null ? undefined : await contentOf('trend', lastReported);
	return reviewSlides(
		overview,
		{ first, status, trend },
		{ today, newKey, seenOf: (content) => seenNow(content, overview.dataVersion) }
	);
}

/** What a view of the whole province shows, as the server counts it. */
function seenNow({ source, month, params }: SlideContent, dataVersion: number): Seen {
	const counts = [...countFillCodes(source, month, params, () => true)];
	return { dataVersion, counts: counts.sort(([a], [b]) => a - b) };
}
