import type { Slide } from '#lib/domain/story/story.ts';
import { viewOf } from '#lib/view/slide-view.ts';
import { fetchJson } from '../fetch-json.ts';
import type { ProvinceState } from '../province-state.svelte.ts';

/**
 * Fetches what slides show beside their views, so that they can be shown without the server: the boundaries of plans,
 * and model sites. The browser keeps both.
 *
 * @throws RequestFailed
 */
export async function prefetchBeside(
	province: ProvinceState,
	slides: readonly Slide[]
): Promise<void> {
	const { frames, dataVersion } = province.overview;
	for (const slide of slides) {
		if (slide.kind !== 'plan') continue;
		const summary = frames.find(({ from }) => from === slide.frame);
		if (!summary) continue;
		await province.loader.boundaries(summary);
		await province.unitsOf(summary);
	}
	if (!slides.some((slide) => viewOf(slide)?.theme === 'sites')) return;
	for (const { from } of frames) await fetchJson(`/api/frames/${from}/sites?v=${dataVersion}`);
}
