import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { lastYear } from '../evidence/windows.ts';
import type { IsoDate, Month } from '../period.ts';
import { latestSelf } from '../reading.ts';
import type { TrackHistory } from '../track-history.ts';
import type { Frame } from '../unit.ts';
import { lookAt, watchBase, type Look, type WatchAbsence } from './look.ts';
import { watchPower, type WatchPower } from './power.ts';
import { recognitionsOf, type Recognition } from './recognition.ts';
import {
	keepWatchLog,
	WATCH_DIRECTIONS,
	type Acknowledged,
	type WatchAlarm,
	type WatchDirection,
	type WatchStep
} from './watch-log.ts';

/** Of a hundred communes in which nothing changes, at most so many are named in a year in each direction. */
export const FALSE_ALARMS_A_YEAR = 0.04;

/** A commune on watch. */
export interface WatchEntry {
	unitId: number;
	/** Since when it counts as transformed; undefined for one that does not. */
	recognised?: IsoDate;
	/** What the look of the last month saw, or why there was none. */
	look?: Pick<Look, 'base' | 'now' | 'recorded' | 'recordedBefore' | 'usual' | 'windows'>;
	absence?: WatchAbsence;
	power?: WatchPower;
	/** All alarms, those that ended with how. */
	alarms: WatchAlarm[];
}

/** Acknowledgements by the last unit of a commune's identity and direction. */
export type AcknowledgedMonths = ReadonlyMap<number, Partial<Record<WatchDirection, Acknowledged>>>;

/**
 * Watches the communes of a frame: transformed ones for a relapse, and all for recording that stops. It changes no
 * status; it asks a person to look.
 *
 * @param figures of the frame
 * @param until last month that is known
 * @yields one commune after another, so that others may work in between
 */
export function* watchCommunes(
	history: TrackHistory,
	frame: Frame,
	figures: FrameFigures,
	until: Month,
	acknowledged: AcknowledgedMonths
): Generator<WatchEntry> {
	const months = { from: figures.data.from, to: Math.min(until, figures.data.to) };
	const recognitions = frame.unitIds.map((unitId) =>
		recognitionsOf(history, unitId, history.track, months)
	);
	const all = watchSteps(figures, recognitions, months);
	for (const [unit, unitId] of frame.unitIds.entries()) {
		const steps = all[unit]!;
		const known = acknowledged.get(latestSelf(history, unitId));
		const alarms = WATCH_DIRECTIONS.flatMap((direction) =>
			keepWatchLog(steps, direction, known?.[direction] ?? new Set())
		).sort((a, b) => a.firstSeen - b.firstSeen);
		const last = recognitions[unit]!(months.to);
		const look = steps.at(-1)!.look(-Infinity);
		yield {
			unitId,
			...(last ? { recognised: last.date } : {}),
			...(typeof look === 'string'
				? { absence: look }
				: { look: shown(look), power: watchPower(look.windows, look.noise) }),
			alarms
		};
	}
}

function shown({ base, now, recorded, recordedBefore, usual, windows }: Look) {
	return { base, now, recorded, recordedBefore, usual, windows };
}

/** The months of each unit, looked at month by month, because figures are known by years. */
function watchSteps(
	figures: FrameFigures,
	recognitions: readonly ((month: Month) => Recognition | undefined)[],
	{ from, to }: Months
): WatchStep[][] {
	const steps = recognitions.map((): WatchStep[] => []);
	for (let month = from; month <= to; month++) {
		recognitions.forEach((recognitionIn, unit) => {
			const known = recognitionIn(month);
			const base = watchBase(known?.month, month, figures.data);
			const whole = lookAt(figures, unit, month, base, -Infinity);
			steps[unit]!.push({
				month,
				directions: known ? WATCH_DIRECTIONS : ['fall'],
				status: known?.date ?? '',
				look: (since) =>
					since <= lastYear(month).from ? whole : lookAt(figures, unit, month, base, since)
			});
		});
	}
	return steps;
}
