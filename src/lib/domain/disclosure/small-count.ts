/** Counts of cases below this, zero aside, could point at people: guardrail of the programme. */
const MIN_SHOWN = 10;

/**
 * What is known of a hidden small count may be no narrower than this: the largest and the smallest count that it
 * could be are so far apart at least (docs/decisions/0043).
 */
export const MIN_GAP = 5;

/** Whether a count, in cases, is one from 1 to 9. Zero is not a small count: it identifies no person. */
export function isSmall(count: number): boolean {
	return count > 0 && count < MIN_SHOWN;
}
