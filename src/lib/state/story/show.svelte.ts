import { parseMonth, type Month } from '#lib/domain/period.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import { viewOf } from '#lib/view/slide-view.ts';
import { stepMonth } from '../playback.svelte.ts';
import type { ProvinceState } from '../province-state.svelte.ts';

/** The pace of a hall: slower than at a desk, and a boundary change has to be read from the last row. */
const STEP_MS = 2200;
const CHANGE_MS = 4500;
/** How long a slide stands when they change by themselves, in seconds. */
const LOBBY_SECONDS = 20;

/** A presentation under way: which slide, and what is going on in it. */
export class Show {
	at = $state(0);
	blank = $state(false);
	/** Number of a slide, as far as it is typed. */
	typed = $state('');
	/** Whether the timeline plays in the slide. */
	playing = $state(false);
	/** Whether slides change by themselves, and how long this one still stands. */
	lobby = $state(false);
	secondsLeft = $state(LOBBY_SECONDS);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#clock: ReturnType<typeof setInterval> | undefined;

	readonly slides: readonly Slide[];

	constructor(
		private readonly province: ProvinceState,
		slides: readonly Slide[],
		at: number
	) {
		this.slides = slides;
		this.goTo(at);
	}

	get slide(): Slide | undefined {
		return this.slides[this.at];
	}

	get following(): Slide | undefined {
		return this.slides[this.at + 1];
	}

	/** Shows a slide; the nearest where there is none of that number. */
	goTo(at: number): void {
		this.at = Math.max(0, Math.min(this.slides.length - 1, at));
		this.blank = false;
		this.secondsLeft = LOBBY_SECONDS;
		this.stop();
		const view = viewOf(this.slide);
		if (!view) return;
		const { slide } = this;
		this.province.adopt(view);
		if (slide?.kind === 'view' && slide.playFrom !== undefined) this.play();
	}

	/** Goes to the slide whose number was typed; to the next without one. */
	enter(): void {
		if (this.typed === '') this.next();
		else if (Number(this.typed) >= 1) this.goTo(Number(this.typed) - 1);
	}

	next(): void {
		if (this.blank) this.blank = false;
		else this.goTo(this.at + 1);
	}

	previous(): void {
		if (this.blank) this.blank = false;
		else this.goTo(this.at - 1);
	}

	/** Plays the timeline from where the slide says, or stops it. */
	togglePlay(): void {
		if (this.playing) this.stop();
		else this.play();
	}

	play(): void {
		const view = viewOf(this.slide);
		if (!view || this.slide?.kind !== 'view') return;
		const { lastMonth, overview } = this.province;
		const to = Math.min(lastMonth, view.month ?? overview.lastReported ?? lastMonth);
		const asked = this.slide.playFrom;
		const from = asked === undefined ? this.province.firstMonth : (parseMonth(asked) ?? to);
		// The commune in the light is meant on the boundaries of the slide's month: on others its code may be
		// another's. It is lit when the timeline has come to the slide's own.
		this.province.adopt({ ...view, month: Math.min(from, to), unit: undefined, picked: [] });
		this.playing = true;
		this.#schedule(to, STEP_MS);
	}

	stop(): void {
		clearTimeout(this.#timer);
		if (!this.playing) return;
		this.playing = false;
	}

	/** Slides change by themselves, from the last to the first again: for a lobby. */
	toggleLobby(): void {
		this.lobby = !this.lobby;
		clearInterval(this.#clock);
		this.secondsLeft = LOBBY_SECONDS;
		if (this.lobby) this.#clock = setInterval(() => this.#tick(), 1000);
	}

	close(): void {
		clearTimeout(this.#timer);
		clearInterval(this.#clock);
	}

	#schedule(to: Month, ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			const { province } = this;
			const before = province.frame;
			if (province.month >= to) {
				this.stop();
				this.#light();
				return;
			}
			const timeline = { first: province.firstMonth, last: to };
			province.set({ month: stepMonth(province.month, province.params.step, 1, timeline) });
			this.#schedule(to, before !== province.frame ? CHANGE_MS : STEP_MS);
		}, ms);
	}

	/** Lights what the slide lights, unless somebody chose another commune meanwhile. */
	#light(): void {
		const view = viewOf(this.slide);
		if (view && this.province.params.unit === undefined) this.province.adopt(view);
	}

	/** While the timeline plays the slide is not over. */
	#tick(): void {
		if (this.playing) return;
		this.secondsLeft--;
		if (this.secondsLeft > 0) return;
		this.goTo(this.at + 1 < this.slides.length ? this.at + 1 : 0);
	}
}
