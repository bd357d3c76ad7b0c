import type { Scheme } from './period.ts';

/** How many monthly figures of the leading indicators are in each calendar. */
export type CalendarCounts = Readonly<Record<Scheme, number>>;

/**
 * The calendar in which an installation counts: the one that was chosen, or until one is chosen the one that most
 * monthly figures are in; calendar months where there are as many of both, or none.
 */
export function effectiveCalendar(chosen: Scheme | undefined, recorded: CalendarCounts): Scheme {
	return chosen ?? (recorded.reporting > recorded.calendar ? 'reporting' : 'calendar');
}
