import { toMonthText, type Scheme } from '#lib/domain/period.ts';
import { MIN_POWER } from '#lib/domain/watch/power.ts';
import type { WatchAbsence } from '#lib/domain/watch/look.ts';
import { FALSE_ALARMS_A_YEAR, type WatchEntry } from '#lib/domain/watch/watch-list.ts';
import type { WatchAlarm, WatchDirection } from '#lib/domain/watch/watch-log.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WatchList, WatchRow } from './evidence-wire.ts';
import { formatCount, formatProbability, formatRate, formatTenth } from './format.ts';
import { monthName } from './month-name.ts';

const ABSENCES: Record<WatchAbsence, () => string> = {
	'too-short': m.watch_absence_too_short,
	'not-reported': m.watch_absence_not_reported,
	'no-population': m.watch_absence_no_population,
	'too-few-others': m.watch_absence_too_few_others
};

/** Why a commune cannot be watched. */
export function watchAbsenceText(absence: WatchAbsence): string {
	return ABSENCES[absence]();
}

/** What a list of alarms is headed by; rising detections are no relapse. */
export function watchHeading(direction: WatchDirection, detected: boolean): string {
	if (direction === 'fall') return m.watch_fall();
	return detected ? m.watch_rise_detected() : m.watch_rise();
}

/** An alarm in a sentence. @param name full name of the commune */
export function alarmSentence(
	{ direction, firstSeen, recorded, usual }: WatchAlarm,
	name: string,
	detected: boolean,
	calendar: Scheme
): string {
	const words = {
		name,
		recorded: formatCount(recorded),
		usual: formatRate(usual),
		month: monthName(firstSeen, calendar)
	};
	if (direction === 'fall') return m.watch_fall_sentence(words);
	return detected ? m.watch_rise_sentence_detected(words) : m.watch_rise_sentence(words);
}

/** What a watch says of a commune that is not named: what it would notice, or that it cannot. */
export function quietSentence(
	{ power, recognised }: Pick<WatchEntry, 'power' | 'recognised'>,
	name: string
): string {
	if (!power) return m.watch_none();
	const chance = recognised === undefined ? power.halving : power.doubling;
	if (chance < MIN_POWER) return m.watch_no_power({ name });
	const words = { chance: formatProbability(chance) };
	return recognised === undefined ? m.watch_quiet_power_fall(words) : m.watch_quiet_power(words);
}

/** How an alarm ended. @param list with what people said of it */
export function endText(
	{ direction, firstSeen, ended }: WatchAlarm,
	unitId: number,
	list: Pick<WatchList, 'acknowledged'>,
	calendar: Scheme
): string {
	if (!ended) return m.watch_listed();
	const month = monthName(ended.month, calendar);
	switch (ended.by) {
		case 'usual':
			return m.watch_ended_usual({ month });
		case 'status':
			return m.watch_ended_status({ month });
		case 'acknowledged': {
			const said = list.acknowledged.find(
				(each) =>
					each.unitId === unitId &&
					each.direction === direction &&
					each.firstSeen === toMonthText(firstSeen)
			);
			return said
				? m.watch_ended_acknowledged({ month, name: said.writtenBy, reason: said.reason })
				: m.watch_ended_acknowledged_unknown({ month });
		}
	}
}

/** What the list promises: false names a year, of a hundred watches and of these. */
export function watchIntro(rows: readonly WatchRow[], indicator: string): string {
	const watched = rows.filter(({ look }) => look !== undefined);
	const watches = watched.reduce((sum, { recognised }) => sum + (recognised ? 2 : 1), 0);
	return m.watch_intro({
		indicator,
		share: formatCount(100 * FALSE_ALARMS_A_YEAR),
		communes: formatCount(watches),
		expected: formatTenth(FALSE_ALARMS_A_YEAR * watches)
	});
}
