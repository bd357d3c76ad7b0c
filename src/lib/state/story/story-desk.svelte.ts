import { duplicateSlide, removeSlide, replaceSlide } from '#lib/domain/story/edit-slides.ts';
import {
	compareSeen,
	type Seen,
	type SeenChange,
	type Slide,
	type Story
} from '#lib/domain/story/story.ts';
import type { SlideContent } from '#lib/view/slide-content.ts';
import { viewOf } from '#lib/view/slide-view.ts';
import { toQuery, type ViewParams } from '#lib/view/view-params.ts';
import { fetchJson } from '../fetch-json.ts';
import { newKey } from './new-slide.ts';
import type { SlideSources } from './slide-sources.svelte.ts';
import type { StoryEditor } from './story-editor.svelte.ts';

/** The editing of single slides: which one is chosen, what its view shows now, and what follows from that. */
export class StoryDesk {
	chosenKey = $state<string>();
	/** What the views show now, by their address. */
	#seen = $state.raw<Readonly<Record<string, Seen>>>({});

	/** @param titleOf a title that states what a view shows */
	constructor(
		private readonly editor: StoryEditor,
		private readonly sources: SlideSources,
		private readonly today: string,
		private readonly titleOf: (content: SlideContent) => string
	) {
		this.chosenKey = editor.story.slides[0]?.key;
	}

	get story(): Story {
		return this.editor.story;
	}

	get chosen(): Slide | undefined {
		const { slides } = this.story;
		return slides.find(({ key }) => key === this.chosenKey) ?? slides[0];
	}

	/** Asks what the views show now. Without an answer nothing is said to have changed. */
	compare(): void {
		const views = this.story.slides.flatMap((slide) => ('view' in slide ? slide.view : []));
		views.forEach((view, at) => {
			if (views.indexOf(view) === at) void this.#see(view);
		});
	}

	/** What a slide's view shows otherwise than when it was made. */
	changesOf(slide: Slide): SeenChange[] {
		const now = 'view' in slide ? this.#seen[slide.view] : undefined;
		return 'seen' in slide && now ? compareSeen(slide.seen, now) : [];
	}

	contentOf(slide: Slide): SlideContent | undefined {
		const answer = this.sources.answerOf(slide);
		return answer?.is === 'here' ? answer.loaded.content : undefined;
	}

	/** A title that states what a slide's view shows; undefined where it has that one. */
	proposalOf(slide: Slide): string | undefined {
		const content = slide.kind === 'view' ? this.contentOf(slide) : undefined;
		const title = content && this.titleOf(content);
		return title === slide.title ? undefined : title;
	}

	/** @param field that was typed in */
	change(slide: Slide, field?: string): void {
		const slides = replaceSlide(this.story.slides, slide);
		this.editor.change({ slides }, field === undefined ? undefined : `${slide.key} ${field}`);
	}

	/** Shows another view on a slide; a title that was proposed by its data follows. */
	async changeView(slide: Slide, change: Partial<ViewParams>): Promise<void> {
		const before = viewOf(slide);
		if (!before || !('view' in slide)) return;
		const followed = slide.title === '' || this.proposalOf(slide) === undefined;
		const view = toQuery({ ...before, ...change, plots: [] }).toString();
		const [seen] = await Promise.all([this.#see(view), this.sources.ask({ ...slide, view })]);
		// What was typed meanwhile stays.
		const now = this.story.slides.find(({ key }) => key === slide.key);
		if (!now || !('view' in now)) return;
		const changed = { ...now, view, seen: seen ?? now.seen, date: this.today };
		const content = this.contentOf(changed);
		const title = followed && content ? this.titleOf(content) : now.title;
		this.change({ ...changed, title });
	}

	/** Adds a slide of a view, with what it shows as its title. */
	async addView(params: ViewParams): Promise<void> {
		const view = toQuery({ ...params, plots: [] }).toString();
		const slide: Slide & { kind: 'view' } = {
			kind: 'view',
			key: newKey(),
			title: '',
			note: '',
			speaker: '',
			view,
			seen: { dataVersion: 0, counts: [] },
			date: this.today
		};
		const [seen] = await Promise.all([this.#see(view), this.sources.ask(slide)]);
		const content = this.contentOf(slide);
		const title = content ? this.titleOf(content) : '';
		this.add([{ ...slide, title, seen: seen ?? slide.seen }]);
	}

	/** Adds slides behind the chosen one, and chooses the first of them. */
	add(added: readonly Slide[]): void {
		const { slides } = this.story;
		const at = this.chosen ? slides.indexOf(this.chosen) + 1 : 0;
		this.editor.change({ slides: slides.toSpliced(at, 0, ...added) });
		this.chosenKey = added[0]?.key ?? this.chosenKey;
		this.compare();
	}

	duplicate(key: string): void {
		const copy = newKey();
		this.editor.change({ slides: duplicateSlide(this.story.slides, key, copy) });
		this.chosenKey = copy;
	}

	/** Takes a slide out; the one beside it is chosen next. */
	remove(key: string): void {
		const { slides } = this.story;
		const at = slides.findIndex((slide) => slide.key === key);
		this.chosenKey = (slides[at + 1] ?? slides[at - 1])?.key;
		this.editor.change({ slides: removeSlide(slides, key) });
	}

	/** Takes over the data as they are now: the title, too, where it states figures. */
	update(slide: Slide): void {
		const title = /\d/u.test(slide.title) ? (this.proposalOf(slide) ?? slide.title) : slide.title;
		this.#renew(slide, title);
	}

	/** Leaves the words of a slide as they are; it is not said any more that the data changed. */
	keep(slide: Slide): void {
		this.#renew(slide, slide.title);
	}

	#renew(slide: Slide, title: string): void {
		const now = 'view' in slide ? this.#seen[slide.view] : undefined;
		if ('seen' in slide && now) this.change({ ...slide, title, seen: now, date: this.today });
	}

	async #see(view: string): Promise<Seen | undefined> {
		const known = this.#seen[view];
		if (known) return known;
		const now = await fetchJson<Seen>(`/api/seen?${view}`).catch(() => undefined);
		if (now) this.#seen = { ...this.#seen, [view]: now };
		return now;
	}
}
