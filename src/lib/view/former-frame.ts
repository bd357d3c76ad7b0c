import type { Month } from '#lib/domain/period.ts';
import { membersAt } from './makeup.ts';
import { showsFormer } from './status-pieces.ts';
import type { FrameSummary, FrameUnit } from './wire.ts';

/** Boundaries as far as it matters when they held. */
export type DatedFrame = Pick<FrameSummary, 'from' | 'months'>;

/**
 * The boundaries on which the former communes of a view have their own shapes: those before the latest merger, or
 * those of an earlier month.
 *
 * @param frames all boundaries in order of time
 * @param shown the boundaries in view
 * @returns undefined where no commune in view shows its former ones, or there were no boundaries before
 */
export function formerFrame<F extends DatedFrame>(
	frames: readonly F[],
	shown: DatedFrame,
	units: readonly Pick<FrameUnit, 'makeup' | 'formers'>[],
	month: Month
): F | undefined {
	if (!units.some((unit) => showsFormer(units, membersAt(unit, month)))) return undefined;
	if (month < shown.months.from) {
		return frames.find(({ months }) => months.from <= month && month <= months.to);
	}
	return frames[frames.findIndex(({ from }) => from === shown.from) - 1];
}
