import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { levelMoments, shrinkLevel, type Exposed } from '../evidence/smoothing.ts';
import { sumSorted } from '../evidence/sum.ts';
import type { Month } from '../period.ts';
import type { StudyGroups } from './blocks.ts';
import type { Arm } from './ratio.ts';
import type { ShortHistory } from './study-types.ts';
import { countArm } from './study-windows.ts';
import { knownAt } from '../evidence/known-figures.ts';
import { noiseAt } from '../evidence/yearly-noise.ts';

const YEAR = 12;
const MIN_MONTHS = 6;
const MAX_MONTHS = 24;

/** The months before a first approval that there are, two years at most; undefined for fewer than six. */
export function monthsBefore(first: Month, data: Months): Months | undefined {
	const window = { from: Math.max(data.from, first - MAX_MONTHS), to: first - 1 };
	return window.to - window.from + 1 < MIN_MONTHS ? undefined : window;
}

/**
 * Two ends of what the ratio may be where too little is known from before approval: the counts as they are, and with
 * those before drawn back towards the province's level (Hauer 1997), as far as they are chance or noise of the years.
 * Neither is a verdict, nor is their agreement.
 *
 * @returns undefined where a group has no case in a window
 */
export function boundShortHistory(
	figures: FrameFigures,
	{ treated, controls }: StudyGroups,
	window: Months,
	after: Months
): ShortHistory | undefined {
	const known = knownAt(figures, after.to);
	const { v } = noiseAt(known, after.to);
	const read = (rows: readonly number[]) =>
		rows.flatMap((row): (Arm & Exposed)[] => {
			const arm = countArm(figures, row, window, after);
			const exposure = known.personYearsIn(row, window);
			return arm && exposure > 0 ? [{ ...arm, count: arm.before, exposure }] : [];
		});
	const [ofTreated, ofControls] = [read(treated), read(controls)];
	const moments = levelMoments(
		[...ofTreated, ...ofControls],
		v,
		(window.to - window.from + 1) / YEAR
	);
	if (!moments) return undefined;
	const drawnBack = (arms: readonly (Arm & Exposed)[]) =>
		sumSorted(arms.map((arm) => shrinkLevel(arm, moments).rate * arm.exposure));
	const before = (arms: readonly Arm[]) => sumSorted(arms.map((arm) => arm.before));
	const since = (arms: readonly Arm[]) => sumSorted(arms.map((arm) => arm.after));
	const ratio = (level: (arms: readonly (Arm & Exposed)[]) => number) =>
		since(ofTreated) / level(ofTreated) / (since(ofControls) / level(ofControls));
	const [plain, back] = [ratio(before), ratio(drawnBack)];
	if (![plain, back].every((each) => Number.isFinite(each) && each > 0)) return undefined;
	return {
		window,
		plain,
		drawnBack: back,
		mayFall: Math.max(0, 1 - drawnBack(ofTreated) / before(ofTreated))
	};
}
