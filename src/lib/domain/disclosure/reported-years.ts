import { wasValidIn, type History } from '../history.ts';
import type { Indicator } from '../indicator.ts';
import { monthOfYear, toMonth, yearOf, type Month } from '../period.ts';
import { historyOfTrack } from '../track-history.ts';
import type { Unit } from '../unit.ts';

/** What a unit reported of an indicator in a year. */
export interface ReportedYear {
	unitId: number;
	year: number;
	/** In the indicator's unit. */
	total: number;
	/** Monthly, quarterly or yearly reports that it is of. */
	reports: number;
}

/** An indicator whose figures add up, with all that was reported of it. */
export interface ReportedIndicator {
	code: string;
	periodicity: Indicator['periodicity'];
	years: readonly ReportedYear[];
}

const YEAR = 12;

/** What the units of a history reported of an indicator that a track is judged by. */
export function leadingYears(history: History, indicator: string): ReportedYear[] {
	const found: ReportedYear[] = [];
	for (const [unitId, series] of history.counts.get(indicator) ?? []) {
		const byYear = new Map<number, ReportedYear>();
		for (const [month, value] of series) {
			if (!wasValidIn(history, unitId, month)) continue;
			const year = yearOf(month);
			const own = byYear.get(year) ?? { unitId, year, total: 0, reports: 0 };
			own.total += value;
			own.reports++;
			byYear.set(year, own);
		}
		found.push(...byYear.values());
	}
	return found;
}

/** The months of a year. */
export function yearMonths(year: number): { from: Month; to: Month } {
	return { from: toMonth(year, 1), to: toMonth(year, YEAR) };
}

/** Whether a unit was valid at the end of any month of a year. */
export function wasValidDuring(history: History, { id }: Unit, year: number): boolean {
	const { from, to } = yearMonths(year);
	for (let month = from; month <= to; month++) if (wasValidIn(history, id, month)) return true;
	return false;
}

/**
 * The last year that a public copy may show of a track: past, and reported to its end. Months and unfinished
 * years are never public, for the whole year less a part would tell the rest.
 *
 * @param now the month that is now
 */
export function lastPublicYear(history: History, track: string, now: Month): number {
	const past = yearOf(now) - 1;
	const { dataMonths } = historyOfTrack(history, track);
	if (!dataMonths) return past;
	const { to } = dataMonths;
	return Math.min(past, monthOfYear(to) === YEAR ? yearOf(to) : yearOf(to) - 1);
}
