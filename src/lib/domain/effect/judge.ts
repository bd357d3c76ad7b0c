import type { Months } from '../evidence/frame-figures.ts';
import { yearsOf } from '../evidence/windows.ts';
import type { RatioEstimate } from './ratio.ts';
import type { Certainty, EffectObstacle, EffectOutcome, Study } from './study-types.ts';

/** Between these a difference does not matter. */
const SAME = [0.8, 1.25] as const;
const MIN_TREATED = 5;
const MIN_CONTROLS = 10;
const MIN_CASES = 20;

/** Why the numbers themselves allow no answer, before anything is estimated of them. */
export function obstacleOf(
	treated: number,
	controls: number,
	ratio: RatioEstimate | undefined
): EffectObstacle | undefined {
	if (treated < MIN_TREATED) return 'too-few-treated';
	if (controls < MIN_CONTROLS) return 'too-few-controls';
	if (!ratio || Object.values(ratio.sums).some((cases) => cases < MIN_CASES)) {
		return 'too-few-cases';
	}
	return undefined;
}

/** Whether the groups went alike within the window before: the ratio of its second year over its first. */
export function preCheckOf(ratio: RatioEstimate | undefined): Study['preCheck'] {
	if (!ratio) return 'not-possible';
	return ratio.interval[0] <= 1 && ratio.interval[1] >= 1 ? 'passed' : 'failed';
}

/** The outcome of a ratio: a fall or rise where the interval leaves out 1, "same" where nothing that matters is in it. */
export function outcomeOf({ interval: [low, high] }: RatioEstimate): EffectOutcome {
	if (high < 1) return 'fell';
	if (low > 1) return 'rose';
	return low >= SAME[0] && high <= SAME[1] ? 'same' : 'cannot-tell';
}

/** How sure an outcome is: whether the 99 % interval says the same. */
export function certaintyOf(outcome: EffectOutcome, ratio: RatioEstimate): Certainty {
	if (outcome === 'cannot-tell') return 'not-sure';
	return outcomeOf({ ...ratio, interval: ratio.interval99 }) === outcome ? 'sure' : 'quite-sure';
}

/**
 * Years of data after approval that would make the interval leave out 1, if the ratio stays: those that there are times
 * (t·SE/|ln ratio|)², rounded up.
 *
 * @returns undefined where the ratio is 1
 */
export function yearsNeeded(
	{ ratio, t, standardError }: RatioEstimate,
	after: Months
): number | undefined {
	const years = Math.ceil(yearsOf(after) * ((t * standardError) / Math.abs(Math.log(ratio))) ** 2);
	return Number.isFinite(years) ? years : undefined;
}
