import { isJump } from './evidence/jump.ts';
import { addDays, type IsoDate } from './period.ts';
import type { Unit } from './unit.ts';

/** How a commune's report for a month stands. */
export const READINESS = [
	/** Reported. */
	'reported',
	/** Differs from the months before by more than chance explains, and is not confirmed. */
	'suspicious',
	/** So different too, and a person said that it is right. */
	'confirmed',
	/** Not reported, and still in time. */
	'due',
	/** Not reported in time. */
	'late',
	/** The commune did not exist, or the month is not over. */
	'not-expected'
] as const;
export type Readiness = (typeof READINESS)[number];

/** A commune with the state of each month. */
export interface ReadinessRow {
	unit: Unit;
	states: Readiness[];
}

/** A month's report of one commune. */
export interface ReportedMonth {
	value: number;
	confirmed: boolean;
}

/**
 * How a commune's report for a month stands today.
 *
 * @param end last day of the month: its last one, or the 14th of a reporting month
 * @param before values of up to twelve months before it
 * @param rules whether the indicator counts events, which the laws of chance apply to, and how many days after
 *   the month's end its report is due
 */
export function readinessOf(
	end: IsoDate,
	report: ReportedMonth | undefined,
	before: readonly number[],
	today: IsoDate,
	{ events, dueDays }: { events: boolean; dueDays: number }
): Readiness {
	if (report) {
		if (report.confirmed) return 'confirmed';
		return events && isJump(before, report.value) ? 'suspicious' : 'reported';
	}
	if (end >= today) return 'not-expected';
	return addDays(end, dueDays) >= today ? 'due' : 'late';
}
