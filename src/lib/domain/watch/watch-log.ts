import type { Month } from '../period.ts';
import { ALARM_CHANCE } from './power.ts';
import type { Look, WatchAbsence } from './look.ts';

export const WATCH_DIRECTIONS = ['rise', 'fall'] as const;
export type WatchDirection = (typeof WATCH_DIRECTIONS)[number];

/** An alarm ends by itself when its tail chance is above this. */
const USUAL_CHANCE = 0.2;

/** How an alarm ended: back to the usual level, acknowledged by a person, or with the commune's official status. */
export type WatchEnd = 'usual' | 'acknowledged' | 'status';

/** A change that a person should look at, or should have. */
export interface WatchAlarm {
	direction: WatchDirection;
	/** Month in which it was first seen. */
	firstSeen: Month;
	/** What the last look at it saw. */
	recorded: number;
	usual: number;
	chance: number;
	ended?: { month: Month; by: WatchEnd };
}

/** One month of a commune's watch. */
export interface WatchStep {
	month: Month;
	/** Directions that are watched then. */
	directions: readonly WatchDirection[];
	/** Changes with the commune's recognition; alarms of the status before end. */
	status: string;
	/** A look with only the months from the given one on. */
	look: (since: Month) => Look | WatchAbsence;
}

/** Months in which a person acknowledged an alarm of a direction. */
export type Acknowledged = ReadonlySet<Month>;

/**
 * Goes through the months of a commune and keeps its alarms: one that is listed stays until its chance is usual again, a
 * person acknowledges it, or the commune's status changes. After an acknowledgement the twelve months begin anew.
 * Nothing of a later month changes what is in the log.
 *
 * @returns in the order of their first months
 */
export function keepWatchLog(
	steps: Iterable<WatchStep>,
	direction: WatchDirection,
	acknowledged: Acknowledged
): WatchAlarm[] {
	const alarms: WatchAlarm[] = [];
	let listed: WatchAlarm | undefined;
	let since = -Infinity;
	let status: string | undefined;
	const end = (month: Month, by: WatchEnd) => {
		if (listed) listed.ended = { month, by };
		listed = undefined;
	};
	for (const step of steps) {
		if (status !== undefined && step.status !== status) {
			end(step.month, 'status');
			since = -Infinity;
		}
		status = step.status;
		if (!step.directions.includes(direction)) continue;
		const look = step.look(since);
		if (typeof look !== 'string') {
			const chance = direction === 'rise' ? look.tail.upper : look.tail.lower;
			const seen = { recorded: look.recorded, usual: look.usual, chance };
			if (listed) Object.assign(listed, seen);
			if (listed && chance > USUAL_CHANCE) end(step.month, 'usual');
			else if (!listed && chance <= ALARM_CHANCE) {
				listed = { direction, firstSeen: step.month, ...seen };
				alarms.push(listed);
			}
		}
		if (listed && acknowledged.has(step.month)) {
			end(step.month, 'acknowledged');
			since = step.month + 1;
		}
	}
	return alarms;
}
