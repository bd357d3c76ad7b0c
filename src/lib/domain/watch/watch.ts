import { randomGamma, randomPoisson, seededRandom } from '../evidence/random.ts';
import type { Exposed, GammaPrior } from '../evidence/smoothing.ts';
import { findAlarm, runCusum } from './cusum.ts';

/** Of a hundred communes in which nothing changes, so many alarm in all the months that are watched. */
export const FALSE_ALARM_SHARE = 0.05;
/** Changes that are to be noticed: recorded crime doubles, or recording halves. */
export const WATCH_RATIOS = { rise: 2, fall: 0.5 } as const;
export type WatchDirection = keyof typeof WATCH_RATIOS;

/** A series that is watched, month by month. */
export interface WatchedSeries {
	/** What was recorded in the months that set the level. */
	baseline: Exposed;
	/** Months that are watched: events and person-years. */
	months: readonly Exposed[];
}

/** What a watch found. */
export interface WatchFinding {
	direction: WatchDirection;
	/** Places of the months in which it alarmed and in which the change began. */
	at: number;
	since: number;
	/** Events recorded from then on, and those that the level leads to expect. */
	recorded: number;
	expected: number;
	/** The highest sum and the threshold that it passed. */
	sum: number;
	threshold: number;
}

const RUNS = 2000;

/**
 * Watches a series for a lasting change, by a CUSUM whose threshold is simulated: so many runs of the same
 * months without any change, each with a rate that the baseline allows, pass it as FALSE_ALARM_SHARE says.
 * A level that rests on few events thus gets a higher threshold.
 *
 * @param prior of the frame's rates
 * @param seed the same gives the same threshold
 */
export function watchSeries(
	{ baseline, months }: WatchedSeries,
	prior: GammaPrior,
	direction: WatchDirection,
	seed = 1
): WatchFinding | undefined {
	const ratio = WATCH_RATIOS[direction];
	const shape = prior.alpha + baseline.count;
	const scale = 1 / (prior.beta + baseline.exposure);
	const expected = months.map(({ exposure }) => shape * scale * exposure);
	const run = runCusum(
		months.map(({ count }) => count),
		expected,
		ratio
	);
	const threshold = simulateThreshold(months, expected, { shape, scale }, ratio, seed);
	const alarm = findAlarm(run, threshold);
	if (!alarm) return undefined;
	const total = (list: readonly number[]) =>
		list.slice(alarm.since).reduce((sum, value) => sum + value, 0);
	return {
		direction,
		...alarm,
		recorded: total(months.map(({ count }) => count)),
		expected: total(expected),
		sum: run.highest,
		threshold
	};
}

function simulateThreshold(
	months: readonly Exposed[],
	expected: readonly number[],
	rate: { shape: number; scale: number },
	ratio: number,
	seed: number
): number {
	const random = seededRandom(seed);
	const highest = Array.from({ length: RUNS }, () => {
		const own = randomGamma(rate.shape, random) * rate.scale;
		const counts = months.map(({ exposure }) => randomPoisson(own * exposure, random));
		return runCusum(counts, expected, ratio).highest;
	});
	highest.sort((a, b) => a - b);
	return highest[Math.ceil(RUNS * (1 - FALSE_ALARM_SHARE)) - 1]!;
}
