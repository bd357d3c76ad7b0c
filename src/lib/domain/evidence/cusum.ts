import { randomPoisson, seededRandom } from './random.ts';

/** A chart that adds up what is more than it should be: small steps count, and a single month does not. */
export interface CusumDesign {
	/** Expected events a month while all is well. */
	inControl: number;
	/** Expected events a month that is to be noticed. */
	outOfControl: number;
	/** What each month may have without moving the sum up. */
	reference: number;
	/** Sum from which on the chart alarms. */
	threshold: number;
	/** Months between false alarms, on average. */
	averageRunLength: number;
}

/**
 * k = (λ₁−λ₀)/(ln λ₁ − ln λ₀): the reference value that finds a rise from λ₀ to λ₁ soonest (Lucas 1985).
 *
 * @example cusumReference(1, 2) // 1.4427
 */
export function cusumReference(inControl: number, outOfControl: number): number {
	return (outOfControl - inControl) / (Math.log(outOfControl) - Math.log(inControl));
}

const RUNS = 400;
/** Grid on which thresholds are looked for, in events. */
const THRESHOLD_STEP = 0.25;

/**
 * Designs a chart: the smallest threshold at which false alarms come no oftener than every `runLength`
 * months on average, by simulation with a seed.
 *
 * @param inControl expected events a month; more than 0
 * @param ratio of the rate that is to be noticed to the expected one
 */
export function designCusum(
	inControl: number,
	ratio: number,
	runLength: number,
	seed = 1
): CusumDesign {
	const outOfControl = inControl * ratio;
	const reference = cusumReference(inControl, outOfControl);
	let threshold = THRESHOLD_STEP;
	for (;;) {
		const averageRunLength = simulateRunLength(inControl, reference, threshold, runLength, seed);
		if (averageRunLength >= runLength) {
			return { inControl, outOfControl, reference, threshold, averageRunLength };
		}
		threshold += THRESHOLD_STEP;
	}
}

/** Mean months to the first false alarm; runs are cut at ten times what is wanted. */
function simulateRunLength(
	mean: number,
	reference: number,
	threshold: number,
	wanted: number,
	seed: number
): number {
	const random = seededRandom(seed);
	let total = 0;
	for (let run = 0; run < RUNS; run++) {
		let sum = 0;
		let month = 0;
		while (month < 10 * wanted) {
			month++;
			sum = Math.max(0, sum + randomPoisson(mean, random) - reference);
			if (sum >= threshold) break;
		}
		total += month;
	}
	return total / RUNS;
}

/** Where a series stands on the chart. */
export interface CusumRun {
	/** The sum after each month. */
	sums: number[];
	/** First place at or above the threshold, and the place where that rise began; undefined without alarm. */
	alarm?: { at: number; since: number };
}

/** @param expected events of each month at the rate that is well, for months of different exposure */
export function runCusum(
	counts: readonly number[],
	expected: readonly number[],
	{ inControl, reference, threshold }: Pick<CusumDesign, 'inControl' | 'reference' | 'threshold'>
): CusumRun {
	const sums: number[] = [];
	let sum = 0;
	let since = 0;
	let alarm: CusumRun['alarm'];
	counts.forEach((count, at) => {
		if (sum === 0) since = at;
		sum = Math.max(0, sum + count - (reference * expected[at]!) / inControl);
		sums.push(sum);
		if (sum >= threshold && !alarm) alarm = { at, since };
	});
	return { sums, ...(alarm ? { alarm } : {}) };
}
