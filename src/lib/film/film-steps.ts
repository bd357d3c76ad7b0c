import type { Month } from '#lib/domain/period.ts';
import { CHANGE_MS, STEP_MS, stepMonth } from '#lib/state/playback.svelte.ts';
import type { Step } from '#lib/view/view-params.ts';
import type { FrameSummary } from '#lib/view/wire.ts';

/** A picture of the film: a month on the boundaries of its time, and for how long it stands. */
export interface FilmStep {
	month: Month;
	summary: FrameSummary;
	seconds: number;
	/** The boundaries are others than those of the picture before. */
	changed: boolean;
}

/**
 * The timeline as pictures, at the pace at which it plays on the screen: a month or a year each, and longer where
 * boundaries change, because readers need time for the sentence. The last picture stays as long.
 *
 * @param first first month of the timeline, `last` the last one
 * @param frames in order of time; months without one are left out
 * @param on the frame of the reading on its boundaries, for all months
 */
export function filmSteps(
	frames: readonly FrameSummary[],
	{ step, first, last, on }: { step: Step; first: Month; last: Month; on: FrameSummary | undefined }
): FilmStep[] {
	const steps: FilmStep[] = [];
	const timeline = { first, last };
	let month = step === 'month' ? first : stepMonth(first - 1, 'year', 1, timeline);
	for (;;) {
		const summary = on ?? frames.find(({ months }) => months.from <= month && month <= months.to);
		if (summary) {
			const before = steps.at(-1)?.summary;
			const changed = before !== undefined && before !== summary;
			const stays = changed || month >= last ? CHANGE_MS : STEP_MS[step];
			steps.push({ month, summary, seconds: stays / 1000, changed });
		}
		if (month >= last) return steps;
		month = stepMonth(month, step, 1, timeline);
	}
}
