import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate, formatMonth } from './format.ts';
import { unitsNoun } from './units-noun.ts';
import type { FrameSummary } from './wire.ts';

/** A date on which boundaries changed, and what to say about it. */
export interface FrameChange {
	date: string;
	month: number;
	/** What its mark on the timeline says. */
	flag: string;
	/** What is said on crossing it, and on crossing it back. */
	words: string;
	back: string;
}

/** The changes between frames: "01/07/2025: 129 xã, phường, thị trấn sắp xếp thành 45 xã, phường". */
export function listFrameChanges(frames: readonly FrameSummary[]): FrameChange[] {
	return frames.slice(1).flatMap((frame, index) => {
		const former = frames[index];
		if (!former) return [];
		const [before, after] = [formatCount(former.units), formatCount(frame.units)];
		const units = unitsNoun(frame);
		return {
			date: frame.from,
			month: frame.months.from,
			flag: m.time_merger({ month: formatMonth(frame.months.from), before, after, units }),
			words: m.time_crossing({
				date: formatDate(frame.from),
				before,
				after,
				beforeUnits: unitsNoun(former),
				afterUnits: units
			}),
			back: m.time_crossing_back({
				date: formatDate(frame.from),
				before,
				beforeUnits: unitsNoun(former)
			})
		};
	});
}

/**
 * What to say about a step from one frame to another; undefined where it crosses no change that is known.
 *
 * @param from first day of the frame before
 * @param to first day of the frame after, later or earlier
 */
export function crossingWords(
	frames: readonly FrameSummary[],
	from: string,
	to: string
): string | undefined {
	const date = to > from ? to : from;
	const change = listFrameChanges(frames).find((each) => each.date === date);
	if (!change) return undefined;
	return to > from ? change.words : change.back;
}
