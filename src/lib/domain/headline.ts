import { isActiveOn } from './community-model.ts';
import { listContinued, type History } from './history.ts';
import { sumWindow } from './observation.ts';
import { monthEnd, type IsoDate, type Month } from './period.ts';
import { timelineStart } from './timeline.ts';
import { countsOn, historyOfTrack, type TrackHistory } from './track-history.ts';
import { findFrame } from './unit.ts';

/** The province's figures at the end of each month, from the first month of the timeline. */
export interface HeadlineSeries {
	fromMonth: Month;
	approved: number[];
	transformed: number[];
	relapsed: number[];
	activeSites: number[];
	/** The leading indicator's count of the month, by the communes that reported; null without any. */
	recorded: (number | null)[];
	/** Twelve months against the same period a year before, over the communes that reported both in full. */
	comparison: (CountComparison | null)[];
}

export interface CountComparison {
	now: number;
	base: number;
	/** Communes compared, of all communes of the frame. */
	units: number;
	ofUnits: number;
}

/**
 * Computes the headline figures of a track.
 *
 * Approved, transformed and relapsed count communes by round, each once, whatever became of it later:
 * they are the programme's record, which a merger does not take back.
 */
export function headlineSeries(history: History, track: string, last: Month): HeadlineSeries {
	const fromMonth = timelineStart(history, last);
	const months = Array.from({ length: last - fromMonth + 1 }, (_, index) => fromMonth + index);
	const own = historyOfTrack(history, track);
	const end = (month: Month) => monthEnd(month, history.calendar);
	const approved = firstDates(history, track, 'approved');
	const transformed = firstDates(history, track, 'met');
	const relapsed = firstDates(history, track, 'relapsed');
	const sites = [...history.sites.values()].flat();
	const reached = (dates: IsoDate[], month: Month) =>
		dates.filter((date) => date <= end(month)).length;
	return {
		fromMonth,
		approved: months.map((month) => reached(approved, month)),
		transformed: months.map((month) => reached(transformed, month)),
		relapsed: months.map((month) => reached(relapsed, month)),
		activeSites: months.map((month) => sites.filter((site) => isActiveOn(site, end(month))).length),
		recorded: months.map((month) => provinceCount(own, month)),
		comparison: compareYears(own, months)
	};
}

/** The first date of a status for each commune and round on a track. */
function firstDates(history: History, track: string, status: string): IsoDate[] {
	const first = new Map<string, IsoDate>();
	for (const [unitId, events] of history.events) {
		const root = listContinued(history, unitId).at(-1);
		for (const event of events) {
			if (event.track !== track || event.status !== status) continue;
			const key = `${root} ${event.round}`;
			const known = first.get(key);
			if (known === undefined || event.effectiveDate < known) first.set(key, event.effectiveDate);
		}
	}
	return [...first.values()];
}

function provinceCount({ leadingCounts }: TrackHistory, month: Month): number | null {
	let sum: number | null = null;
	for (const series of leadingCounts.values()) {
		const value = series.get(month);
		if (value !== undefined) sum = (sum ?? 0) + value;
	}
	return sum;
}

function compareYears(history: TrackHistory, months: readonly Month[]): (CountComparison | null)[] {
	const carried = new Map<number, Map<Month, number>>();
	const last = months.at(-1)!;
	return months.map((month) => {
		const frame = findFrame(history.frames, month, history.calendar);
		const { dataMonths } = history;
		if (!frame || !dataMonths || month > dataMonths.to || month - 23 < dataMonths.from) return null;
		let now = 0;
		let base = 0;
		let units = 0;
		for (const unitId of frame.unitIds) {
			let series = carried.get(unitId);
			if (!series) carried.set(unitId, (series = countsOn(history, unitId, last)));
			const current = sumWindow(series, month - 11, month);
			const before = sumWindow(series, month - 23, month - 12);
			if (current === undefined || before === undefined) continue;
			now += current;
			base += before;
			units++;
		}
		return units === 0 ? null : { now, base, units, ofUnits: frame.unitIds.length };
	});
}
