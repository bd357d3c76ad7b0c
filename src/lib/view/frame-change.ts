import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './format.ts';
import type { FrameSummary } from './wire.ts';

/** A date on which boundaries changed, and what to say about it. */
export interface FrameChange {
	date: string;
	month: number;
	label: string;
	words: string;
}

/** The changes between frames: "Từ 01/07/2025: 129 → 45 xã, phường". */
export function listFrameChanges(frames: readonly FrameSummary[]): FrameChange[] {
	return frames.slice(1).map((frame, index) => ({
		date: frame.from,
		month: frame.months.from,
		label: formatDate(frame.from),
		words: m.frame_change({
			date: formatDate(frame.from),
			before: frames[index]!.units,
			after: frame.units
		})
	}));
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
	return to > from ? change.words : m.frame_change_back({ words: change.words });
}
