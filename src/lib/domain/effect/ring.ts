import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { ratioOver, type StudyGroups } from './blocks.ts';
import type { RingStudy } from './study-types.ts';

const MIN_RING = 5;
const MIN_OTHERS = 10;
/** A rise of so much in the ring would matter. */
const MARGIN = 1.2;

/**
 * Whether crime moved to communes around treated ones: controls that border on one, against the other controls over
 * the same windows.
 *
 * @param neighboursOf rows around a row
 */
export function studyRing(
	figures: FrameFigures,
	{ treated, controls }: StudyGroups,
	before: Months,
	after: Months,
	neighboursOf: (row: number) => readonly number[]
): RingStudy {
	const around = new Set(treated.flatMap((row) => neighboursOf(row)));
	const ring = controls.filter((row) => around.has(row));
	const others = controls.filter((row) => !around.has(row));
	const enough = ring.length >= MIN_RING && others.length >= MIN_OTHERS;
	const ratio = enough
		? ratioOver(figures, { treated: ring, controls: others }, before, after)
		: undefined;
	const withoutRing =
		others.length >= MIN_OTHERS
			? ratioOver(figures, { treated, controls: others }, before, after)
			: undefined;
	return {
		communes: ring.length,
		outcome: !ratio
			? 'cannot-tell'
			: ratio.interval[0] > 1
				? 'moved'
				: ratio.interval[1] < MARGIN
					? 'no-sign'
					: 'cannot-tell',
		...(ratio ? { ratio } : {}),
		...(withoutRing ? { withoutRing } : {})
	};
}
