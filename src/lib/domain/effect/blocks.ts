import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { estimateRatio, type Arm, type RatioEstimate } from './ratio.ts';
import type { StudyBlock } from './study-types.ts';
import { countArm, hollowMonths } from './study-windows.ts';

const YEAR = 12;

/** Rows of both groups in the figures of their frame. */
export interface StudyGroups {
	treated: readonly number[];
	controls: readonly number[];
}

/** The ratio of both groups over two windows; communes that did not report enough of them are left out. */
export function ratioOver(
	figures: FrameFigures,
	{ treated, controls }: StudyGroups,
	before: Months,
	after: Months
): RatioEstimate | undefined {
	const arms = (rows: readonly number[]) =>
		rows.flatMap((row): Arm[] => {
			const arm = countArm(figures, row, before, after);
			return arm ? [arm] : [];
		});
	return estimateRatio(arms(treated), arms(controls));
}

/**
 * Each year around approval over the window before: those between the windows are hollow, because communes were chosen
 * in them and the work began.
 */
export function studyBlocks(
	figures: FrameFigures,
	groups: StudyGroups,
	approvals: Months,
	before: Months
): StudyBlock[] {
	const hollow = hollowMonths(approvals);
	const blocks: { months: Months; hollow: boolean }[] = [];
	const add = (from: number, isHollow: boolean) =>
		blocks.push({ months: { from, to: from + YEAR - 1 }, hollow: isHollow });
	for (let from = before.from - YEAR; from >= figures.data.from; from -= YEAR) add(from, false);
	blocks.reverse();
	for (let from = hollow.from; from + YEAR - 1 <= hollow.to; from += YEAR) add(from, true);
	for (let from = hollow.to + 1; from + YEAR - 1 <= figures.data.to; from += YEAR) add(from, false);
	return blocks.flatMap((block): StudyBlock[] => {
		const ratio = ratioOver(figures, groups, before, block.months);
		return ratio ? [{ ...block, ratio }] : [];
	});
}
