import type { History } from '../history.ts';
import { monthEnd } from '../period.ts';
import { latestSelf } from '../reading.ts';
import { programmeUnits, reportsDue } from '../report/programme.ts';
import { historyOfTrack } from '../track-history.ts';
import { findFrame, type Unit } from '../unit.ts';
import type { CellSubject } from './plan-message.ts';
import { wasValidDuring, yearMonths, type ReportedIndicator } from './reported-years.ts';

/** A total that a report prints of a year, as the units that it is of. */
export interface ProgrammeTotal {
	year: number;
	subject: CellSubject;
	/** Every unit under the identities that it had in the year. */
	units: readonly Unit[];
}

/**
 * The totals of programme communes that public reports print: each track's communes as of the end of a year, in
 * that year and in the one before, which it is compared with.
 *
 * @param years whole years, of which reports can be public
 */
export function programmeTotals(
	history: History,
	tracks: readonly string[],
	years: readonly number[]
): ProgrammeTotal[] {
	return tracks.flatMap((track) =>
		years.flatMap((until) => {
			const end = monthEnd(yearMonths(until).to, history.calendar);
			const communes = programmeUnits(historyOfTrack(history, track), track, end);
			return [until, until - 1].map((year): ProgrammeTotal => ({
				year,
				subject: { of: 'programme', track, until },
				units: communes.filter((unit) => wasValidDuring(history, unit, year))
			}));
		})
	);
}

/** Whether all reports of a total are there: else it is no whole year's, and a late report would be told. */
export function isComplete(
	history: History,
	{ units, year }: ProgrammeTotal,
	{ years, periodicity }: ReportedIndicator
): boolean {
	const ids = new Set(units.map(({ id }) => id));
	const reports = years.reduce(
		(sum, each) => sum + (each.year === year && ids.has(each.unitId) ? each.reports : 0),
		0
	);
	return reports >= reportsDue(units, yearMonths(year), periodicity, history.calendar);
}

/** A total over the communes of a frame, by the ids of their latest identities. */
export interface FrameTotal {
	year: number;
	subject: CellSubject;
	unitIds: readonly number[];
}

/**
 * The totals of all communes that public reports print of a track's leading indicator, and what each frame adds
 * up to.
 *
 * @param reported ids of units, the latest of their identities, that reported a year in full
 */
export function frameTotals(
	history: History,
	years: readonly number[],
	reported: ReadonlyMap<number, ReadonlySet<number>>
): FrameTotal[] {
	const isWhole = (id: number, year: number) => reported.get(year)?.has(id) ?? false;
	const printed = years.flatMap((until): FrameTotal[] => {
		const frame = findFrame(history.frames, yearMonths(until).to, history.calendar);
		const ids = (frame?.unitIds ?? []).map((id) => latestSelf(history, id));
		const recorded = ids.filter((id) => isWhole(id, until));
		const compared = recorded.filter((id) => isWhole(id, until - 1));
		// A report that compares two years prints nothing else of all communes.
		if (compared.length === 0) {
			return [{ year: until, subject: { of: 'recorded', until }, unitIds: recorded }];
		}
		return [until, until - 1].map((year): FrameTotal => ({
			year,
			subject: { of: 'compared', until },
			unitIds: compared
		}));
	});
	const added = history.frames.flatMap(({ from, unitIds }) => {
		const ids = unitIds.map((id) => latestSelf(history, id));
		return years
			.filter((year) => ids.every((id) => isWhole(id, year)))
			.map((year): FrameTotal => ({ year, subject: { of: 'frame', from }, unitIds: ids }));
	});
	return [...printed, ...added].filter(({ unitIds }) => unitIds.length > 0);
}
