import type { Story } from './story.ts';

/** The charts in which no commune stands with its count of cases. */
const CHARTS_WITHOUT_COUNTS = ['years'];

/**
 * A presentation as the public may have it: without charts that give single communes' counts, and without what
 * is said only to the presenter. Texts and figures that were written by hand stay as they are.
 *
 * @param instead what stands on a slide whose chart is left out
 */
export function publicCopy(story: Story, instead: string): Story {
	return {
		...story,
		slides: story.slides.map((slide) => {
			const { key, title, note } = slide;
			return slide.kind === 'chart' && !CHARTS_WITHOUT_COUNTS.includes(slide.plot)
				? { kind: 'text', key, title, note, speaker: '', text: instead }
				: { ...slide, speaker: '' };
		})
	};
}
