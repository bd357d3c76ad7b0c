import { createContext } from 'svelte';
import { viewOf } from '#lib/view/slide-view.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import type { ProvinceState } from '../province-state.svelte.ts';
import { loadSlide, type LoadedSlide } from './slide-loader.ts';

/** What came of asking for a view. */
export type SlideAnswer =
	{ is: 'here'; loaded: LoadedSlide } | { is: 'nowhere' } | { is: 'failed' };

/** What the views of slides show, by their address: each is fetched once, one after another. */
export class SlideSources {
	#answers = $state.raw<Readonly<Record<string, SlideAnswer>>>({});
	/** Views that are loaded or loading. */
	#asked: readonly string[] = [];
	#last: Promise<void> = Promise.resolve();

	constructor(private readonly province: ProvinceState) {}

	/** What a slide's view shows; undefined before it is here, and for a slide without a view. */
	answerOf(slide: Slide | undefined): SlideAnswer | undefined {
		return slide && 'view' in slide ? this.#answers[slide.view] : undefined;
	}

	/** Fetches what a slide's view shows, after what was asked for before; once. */
	ask(slide: Slide): Promise<void> {
		const params = viewOf(slide);
		if (!params || !('view' in slide) || this.#asked.includes(slide.view)) return this.#last;
		const { view } = slide;
		this.#asked = [...this.#asked, view];
		this.#last = this.#last.then(() =>
			loadSlide(this.province, { ...params, plots: [] }).then(
				(loaded) => this.#keep(view, loaded ? { is: 'here', loaded } : { is: 'nowhere' }),
				() => {
					this.#asked = this.#asked.filter((each) => each !== view);
					this.#keep(view, { is: 'failed' });
				}
			)
		);
		return this.#last;
	}

	#keep(view: string, answer: SlideAnswer): void {
		this.#answers = { ...this.#answers, [view]: answer };
	}
}

export const [getSlideSources, setSlideSources] = createContext<SlideSources>();
