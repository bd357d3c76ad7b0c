import type { History } from './history.ts';
import { monthEnd, monthOf, type IsoDate, type Month } from './period.ts';
import { programmeBegan } from './programme.ts';
import { monthsOf } from './track-history.ts';

type Recorded = Pick<History, 'calendar' | 'counts' | 'events'>;

/** The days on which something happened: status events, and the last days of the months that have figures. */
export function eventfulDays({ calendar, counts, events }: Recorded): IsoDate[] {
	const days = [...events.values()].flat().map(({ effectiveDate }) => effectiveDate);
	for (const reported of counts.values()) {
		const months = monthsOf(reported);
		if (!months) continue;
		for (let month = months.from; month <= months.to; month++) days.push(monthEnd(month, calendar));
	}
	return days;
}

/**
 * The month in which a province's timeline begins: with its first figure or status event, or with the phase of
 * the programme that one lies in; without any, with its first boundaries.
 *
 * @returns null where there is nothing at all
 */
export function findFirstMonth(
	history: Recorded & Pick<History, 'programmes' | 'frames'>
): Month | null {
	const days = eventfulDays(history);
	const began = programmeBegan(history.programmes, days);
	const [first = history.frames[0]?.from] = [
		...days,
		...(began === undefined ? [] : [began])
	].sort();
	return first === undefined ? null : monthOf(first, history.calendar);
}

/** The first month that a timeline up to a month shows. */
export function timelineStart({ firstMonth }: Pick<History, 'firstMonth'>, last: Month): Month {
	return Math.min(firstMonth ?? last, last);
}
