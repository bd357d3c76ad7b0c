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

/** Plays the timeline. */
export class Playback {
	playing = $state(false);
	speed = $state<number>(1);
	loop = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(readonly province: ProvinceState) {}

	toggle(): void {
		if (this.playing) this.stop();
		else this.play();
	}

	play(): void {
		const { province } = this;
		if (province.month >= province.lastMonth) province.set({ month: province.firstMonth });
		this.playing = true;
		this.#schedule(STEP_MS[province.params.step] / this.speed);
	}

	stop(): void {
		this.playing = false;
		clearTimeout(this.#timer);
	}

	#schedule(ms: number): void {
		this.#timer = setTimeout(() => this.#advance(), ms);
	}

	#advance(): void {
		const { province } = this;
		const before = province.frame;
		if (province.month >= province.lastMonth) {
			if (!this.loop) return this.stop();
			province.set({ month: province.firstMonth });
		} else {
			province.set({
				month: stepMonth(province.month, province.params.step, 1, province.timeline)
			});
		}
		const changed = before !== undefined && province.frame !== before;
		this.#schedule((changed ? CHANGE_MS : STEP_MS[province.params.step]) / this.speed);
	}
}
