import type { Exposed } from '../evidence/smoothing.ts';
import { firstApproval, populationOn } from '../history.ts';
import type { MonthlySeries } from '../observation.ts';
import { monthOf, yearOf, type Month } from '../period.ts';
import { latestSelf } from '../reading.ts';
import { countsOn, type TrackHistory } from '../track-history.ts';
import type { Frame } from '../unit.ts';
import type { Span } from './study-types.ts';

export const YEAR = 12;

/** A commune of the frame as the study needs it. */
export interface Candidate {
	unitId: number;
	kind: string;
	series: MonthlySeries;
	approved: Month | undefined;
	populationOf: (year: number) => number | undefined;
}

/** The communes of a frame, carried on as long as they plainly continue. */
export function listCandidates(history: TrackHistory, frame: Frame): Candidate[] {
	const ids = new Set(frame.unitIds.map((id) => latestSelf(history, id)));
	return [...ids].map((unitId) => {
		const approval = firstApproval(history, unitId, history.track);
		return {
			unitId,
			kind: history.units.get(unitId)!.kind,
			series: countsOn(history, unitId, history.dataMonths?.to ?? 0),
			approved: approval === undefined ? undefined : monthOf(approval, history.calendar),
			populationOf: (year) => populationOn(history, unitId, year)
		};
	});
}

/** The same months some years later. */
export function later({ from, to }: Span, lag: number) {
	return { from: from + lag * YEAR, to: to + lag * YEAR };
}

/** Events and person-years of months that were all reported. */
export function expose(
	{ series, populationOf }: Candidate,
	{ from, to }: Span
): Exposed | 'not-reported' | 'no-population' {
	let count = 0;
	let exposure = 0;
	for (let month = from; month <= to; month++) {
		const value = series.get(month);
		if (value === undefined) return 'not-reported';
		const population = populationOf(yearOf(month));
		if (population === undefined || population <= 0) return 'no-population';
		count += value;
		exposure += population / YEAR;
	}
	return { count, exposure };
}
