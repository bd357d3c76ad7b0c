import { exactTwoWindowTest } from './two-window-test.ts';

/** Fewer months before say too little about what is usual. */
const MIN_MONTHS = 6;
/** So rare that among all figures of a province none is expected by chance. */
const RARE = 1e-6;
/** Below this distance from the mean, in standard deviations, the exact test cannot be that rare. */
const NEAR_DEVIATIONS = 3.5;

/**
 * Whether a month's count differs from the months before by more than chance explains.
 *
 * Exact conditional test of the month against the sum of those before (Przyborowski–Wilenski 1940). Counts
 * that vary more than Poisson counts do are divided by their dispersion first (quasi-Poisson).
 *
 * Of events only (cases): what comes in crowds, such as attendances, comes and goes with campaigns.
 *
 * @param before counts of up to twelve months before it, in any order
 * @example isJump([3, 2, 4, 3, 2, 5, 3, 4], 300) // true
 */
export function isJump(before: readonly number[], value: number): boolean {
	if (before.length < MIN_MONTHS) return false;
	const sum = before.reduce((total, each) => total + each, 0);
	const mean = sum / before.length;
	const variance =
		before.reduce((total, each) => total + (each - mean) ** 2, 0) / (before.length - 1);
	const dispersion = mean > 0 ? Math.max(1, variance / mean) : 1;
	const deviation = Math.sqrt(dispersion * Math.max(mean, 1) * (1 + 1 / before.length));
	if (Math.abs(value - mean) < NEAR_DEVIATIONS * deviation) return false;
	const p = exactTwoWindowTest(
		Math.round(value / dispersion),
		Math.round(sum / dispersion),
		1,
		before.length
	);
	return p < RARE;
}
