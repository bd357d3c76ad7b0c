/**
 * k = (λ₁−λ₀)/(ln λ₁ − ln λ₀): the reference value that finds a change from λ₀ to λ₁ soonest (Lucas 1985).
 *
 * @example cusumReference(1, 2) // 1.4427
 */
export function cusumReference(inControl: number, outOfControl: number): number {
	return (outOfControl - inControl) / (Math.log(outOfControl) - Math.log(inControl));
}

/** Where a series stands on a chart that adds up what is more (or less) than it should be. */
export interface CusumRun {
	/** The sum after each month. */
	sums: number[];
	highest: number;
}

/**
 * Runs a series through a CUSUM: small steps add up, and a single month does not.
 *
 * @param counts events a month
 * @param expected events of each month while all is well
 * @param ratio of the rate that is to be noticed to the expected one: above 1 looks for a rise, below for a fall
 */
export function runCusum(
	counts: readonly number[],
	expected: readonly number[],
	ratio: number
): CusumRun {
	const reference = cusumReference(1, ratio);
	const direction = ratio > 1 ? 1 : -1;
	const sums: number[] = [];
	let sum = 0;
	let highest = 0;
	counts.forEach((count, at) => {
		sum = Math.max(0, sum + direction * (count - reference * expected[at]!));
		highest = Math.max(highest, sum);
		sums.push(sum);
	});
	return { sums, highest };
}

/** An alarm: the month in which the sum first passed the threshold, and the one in which that rise began. */
export interface Alarm {
	at: number;
	since: number;
}

/** The first alarm of a run, as places in its series. */
export function findAlarm({ sums }: CusumRun, threshold: number): Alarm | undefined {
	const at = sums.findIndex((sum) => sum > threshold);
	if (at < 0) return undefined;
	const quiet = sums.slice(0, at).findLastIndex((sum) => sum === 0);
	return { at, since: quiet + 1 };
}
