import type { FrameFigures } from '#lib/domain/evidence/frame-figures.ts';
import { seededRandom } from '#lib/domain/evidence/random.ts';
import { lookAt, watchBase } from '#lib/domain/watch/look.ts';
import {
	keepWatchLog,
	WATCH_DIRECTIONS,
	type WatchAlarm,
	type WatchDirection,
	type WatchStep
} from '#lib/domain/watch/watch-log.ts';
import {
	CV_2,
	CV_3,
	CV_4,
	CV_4_AR,
	figuresOf,
	FROM,
	MERGED,
	POISSON,
	simulate,
	type World
} from './worlds.ts';

/** New alarms of a hundred commune-years without any change. */
export interface WatchRates {
	world: string;
	mean: number;
	rise: number;
	fall: number;
	/** Share of communes on the list at a time, in percent. */
	listed: number;
}

const MONTHS = 10 * 12 + 36;
/** Month of recognition: its base is the two years after. */
const RECOGNISED = FROM + 11;
export const WATCH_LIMIT = 4;

export const WATCH_WORLDS: readonly World[] = [
	POISSON,
	{ name: 'season ±40 %', season: 0.4 },
	CV_2,
	CV_3,
	CV_4,
	CV_4_AR,
	{
		name: 'base in COVID-19 (−30 %), rebound',
		course: (month) => (month >= 12 && month < 36 ? 0.7 : 1)
	},
	{ name: 'province ×1.4 after the base', course: (month) => (month >= 36 ? 1.4 : 1) },
	MERGED
];

export interface WatchOptions {
	/** Watched against the months before the last twelve, as communes are that were never transformed. */
	moving?: boolean;
	/** Every alarm is acknowledged so many months after it was first seen. */
	acknowledgedAfter?: number;
}

/** Alarms in provinces without any change. */
export function watchRates(
	world: World,
	mean: number,
	runs: number,
	{ moving = false, acknowledgedAfter }: WatchOptions = {}
): WatchRates {
	const alarms = { rise: 0, fall: 0 };
	let [years, listed, looks] = [0, 0, 0];
	for (let run = 0; run < runs; run++) {
		const figures = figuresOf(simulate(world, mean, MONTHS, seededRandom(500 + run)));
		const { to } = figures.data;
		const first = RECOGNISED + 36;
		const all = watchSteps(figures, moving);
		for (const steps of all) {
			years += (to - first + 1) / 12;
			for (const direction of WATCH_DIRECTIONS) {
				const found = watchUnit(steps, direction, acknowledgedAfter);
				alarms[direction] += found.length;
				looks += to - first + 1;
				for (const { firstSeen, ended } of found) listed += (ended?.month ?? to) - firstSeen;
			}
		}
	}
	return {
		world: world.name,
		mean,
		rise: (100 * alarms.rise) / years,
		fall: (100 * alarms.fall) / years,
		listed: (100 * listed) / looks
	};
}

/** The months of each commune, looked at month by month. */
function watchSteps(figures: FrameFigures, moving: boolean): WatchStep[][] {
	const steps = figures.units.map((): WatchStep[] => []);
	for (let month = figures.data.from; month <= figures.data.to; month++) {
		const base = watchBase(moving ? undefined : RECOGNISED, month, figures.data);
		steps.forEach((own, unit) => {
			const whole = lookAt(figures, unit, month, base, -Infinity);
			own.push({
				month,
				directions: WATCH_DIRECTIONS,
				status: '',
				look: (since) => (since <= month - 11 ? whole : lookAt(figures, unit, month, base, since))
			});
		});
	}
	return steps;
}

/** A commune's alarms; each is acknowledged after some months, if it is at all. */
function watchUnit(
	steps: readonly WatchStep[],
	direction: WatchDirection,
	acknowledgedAfter: number | undefined
): WatchAlarm[] {
	const acknowledged = new Set<number>();
	if (acknowledgedAfter === undefined) return keepWatchLog(steps, direction, acknowledged);
	for (;;) {
		const alarms = keepWatchLog(steps, direction, acknowledged);
		const open = alarms.find(({ firstSeen, ended }) => {
			const month = firstSeen + acknowledgedAfter;
			return !acknowledged.has(month) && (ended === undefined || ended.month > month);
		});
		const month = open && open.firstSeen + acknowledgedAfter;
		if (month === undefined || month > steps.at(-1)!.month) return alarms;
		acknowledged.add(month);
	}
}
