import { eventsOn, type History, type UnitCounts } from './history.ts';
import type { Month } from './period.ts';

/** A province's history with the counts that one track is judged by. */
export interface TrackHistory extends History {
	track: string;
	/** Counts of the track's leading indicator; empty for a track without one. */
	leadingCounts: UnitCounts;
	/** First and last month for which anybody reported the leading indicator; null without any report. */
	dataMonths: { from: Month; to: Month } | null;
}

const KNOWN = new WeakMap<History, Map<string, TrackHistory>>();

/** The history as one track sees it; the same object whenever the same is asked. */
export function historyOfTrack(history: History, track: string): TrackHistory {
	let tracks = KNOWN.get(history);
	if (!tracks) KNOWN.set(history, (tracks = new Map<string, TrackHistory>()));
	let found = tracks.get(track);
	if (!found) {
		const leadingCounts = countsOf(history, history.leading.get(track));
		found = { ...history, track, leadingCounts, dataMonths: monthsOf(leadingCounts) };
		tracks.set(track, found);
	}
	return found;
}

function countsOf(history: History, indicator: string | undefined): UnitCounts {
	return (indicator === undefined ? undefined : history.counts.get(indicator)) ?? new Map();
}

/** First and last month of which anything is reported. */
export function monthsOf(counts: UnitCounts): { from: Month; to: Month } | null {
	let [from, to] = [Infinity, -Infinity];
	for (const series of counts.values()) {
		for (const month of series.keys()) {
			from = Math.min(from, month);
			to = Math.max(to, month);
		}
	}
	return from > to ? null : { from, to };
}

/** Counts of the leading indicator on a unit's boundaries, its former units summed, up to a month. */
export function countsOn(history: TrackHistory, unitId: number, to: Month): Map<Month, number> {
	if (!history.dataMonths) return new Map();
	const months = { from: history.dataMonths.from, to: Math.min(to, history.dataMonths.to) };
	return eventsOn(history, history.leadingCounts, unitId, months);
}
