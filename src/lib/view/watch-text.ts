import type { WatchAbsence, WatchAlarm, WatchEntry } from '#lib/domain/watch/watch-list.ts';
import type { Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatRate } from './format.ts';
import { monthName } from './month-name.ts';

const ABSENCES: Record<WatchAbsence, () => string> = {
	'too-short': m.watch_absence_too_short,
	'not-reported': m.watch_absence_not_reported,
	'no-population': m.watch_absence_no_population
};

/** Why a commune cannot be watched. */
export function watchAbsenceText(absence: WatchAbsence): string {
	return ABSENCES[absence]();
}

/** What was recorded since a change began, against what was to be expected. */
export function alarmText({ since, at, recorded, expected }: WatchAlarm, calendar: Scheme): string {
	return m.watch_line({
		since: monthName(since, calendar),
		at: monthName(at, calendar),
		recorded: formatCount(recorded),
		expected: formatRate(expected)
	});
}

/** What an alarm rests on. */
export function alarmEvidence(
	{ sum, threshold }: WatchAlarm,
	{ baseline }: Pick<WatchEntry, 'baseline'>,
	calendar: Scheme
): string {
	return m.watch_evidence({
		sum: formatRate(sum),
		threshold: formatRate(threshold),
		count: formatCount(baseline?.count ?? 0),
		from: monthName(baseline?.from ?? 0, calendar),
		to: monthName(baseline?.to ?? 0, calendar)
	});
}
