import { yearOf, toMonth, type Month } from '#lib/domain/period.ts';
import type { ProvinceState } from './province-state.svelte.ts';
import type { Step } from '#lib/view/view-params.ts';

/** A step at normal speed, and at a boundary change, where a sentence has to be read; milliseconds. */
export const STEP_MS = { year: 1400, month: 350 };
export const CHANGE_MS = 3000;

export const SPEEDS = [0.5, 1, 2, 4] as const;

/** The month one step on (or back) within a timeline: the next December, or the next month. */
export function stepMonth(
	month: Month,
	step: Step,
	direction: 1 | -1,
	{ first, last }: { first: Month; last: Month }
): Month {
	const target =
		step === 'month'
			? month + direction
			: direction === 1
				? toMonth(yearOf(month + 1), 12)
				: toMonth(yearOf(month) - 1, 12);
	return Math.min(last, Math.max(first, target));
}

/** How long the result of a play stays. */
const RESULT_MS = 6000;

/** Plays the timeline from where it is to the last month that was reported; from there it starts anew. */
export class Playback {
	playing = $state(false);
	speed = $state<number>(1);
	/** Played to the end a moment ago. */
	ended = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(readonly province: ProvinceState) {}

	toggle(): void {
		if (this.playing) this.stop();
		else this.play();
	}

	play(): void {
		const { province } = this;
		if (province.month >= province.lastReported) province.set({ month: province.firstMonth });
		this.ended = false;
		this.playing = true;
		this.#schedule(STEP_MS[province.params.step] / this.speed);
	}

	stop(): void {
		this.playing = false;
		this.ended = false;
		clearTimeout(this.#timer);
	}

	#end(): void {
		this.playing = false;
		this.ended = true;
		this.#timer = setTimeout(() => (this.ended = false), RESULT_MS);
	}

	#schedule(ms: number): void {
		this.#timer = setTimeout(() => this.#advance(), ms);
	}

	#advance(): void {
		const { province } = this;
		const before = province.frame;
		const { firstMonth: first, lastReported: last } = province;
		province.set({ month: stepMonth(province.month, province.params.step, 1, { first, last }) });
		if (province.month >= last) return this.#end();
		const changed = before !== undefined && province.frame !== before;
		this.#schedule((changed ? CHANGE_MS : STEP_MS[province.params.step]) / this.speed);
	}
}
