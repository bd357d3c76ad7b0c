import { recordOf, type History } from '../history.ts';
import type { Indicator } from '../indicator.ts';
import { sumWindow } from '../observation.ts';
import {
	addDays,
	monthEnd,
	monthOf,
	monthPeriod,
	type IsoDate,
	type Month,
	type Scheme
} from '../period.ts';
import { isEstimated, latestSelf, makeupClass, makeupOn } from '../reading.ts';
import { statusAt } from '../status.ts';
import { listAncestors } from '../succession.ts';
import { countsOn, type TrackHistory } from '../track-history.ts';
import { fullName, isValidOn, type Unit } from '../unit.ts';
import type { ReportCommune, ReportData, ReportPeriod } from './report.ts';

/**
 * The communes of a track up to a date: those that were approved, under each of their identities, and those that
 * such ones were merged into, for their reports go on there.
 */
export function programmeUnits(history: History, track: string, end: IsoDate): Unit[] {
	const approved = new Set<number>();
	for (const unit of history.units.values()) {
		if (unit.validFrom <= end && wasApproved(history, unit.id, track, end)) approved.add(unit.id);
	}
	return [...history.units.values()].filter(
		(unit) =>
			unit.validFrom <= end &&
			listAncestors(history.lineage, unit.id).some(({ unitId }) => approved.has(unitId))
	);
}

/** Whether a unit, under any of its identities, was approved by a date. */
export function wasApproved(
	history: History,
	unitId: number,
	track: string,
	end: IsoDate
): boolean {
	return recordOf(history, latestSelf(history, unitId), track).some(
		({ status, effectiveDate }) => status === 'approved' && effectiveDate <= end
	);
}

/** The line of a unit that is valid at the end of a period. */
export function communeLine(
	history: TrackHistory,
	unit: Unit,
	{ period, base }: { period: ReportPeriod; base: ReportPeriod | undefined }
): ReportCommune {
	const { track } = history;
	const end = monthEnd(period.to, history.calendar);
	const self = latestSelf(history, unit.id);
	const record = recordOf(history, self, track).filter(({ effectiveDate }) => effectiveDate <= end);
	const dateOf = (status: string) =>
		record.findLast((event) => event.status === status)?.effectiveDate;
	const [approved, met] = [dateOf('approved'), dateOf('met')];
	const makeup = makeupOn(history, unit.id, track, end);
	const members = makeup !== 'not-available' && 'members' in makeup ? makeup.members : [];
	const counts = countsOn(history, self, period.to);
	return {
		name: fullName(unit),
		district: districtsOf(history, unit).join(', '),
		status: makeup === 'not-available' ? statusAt(record, end) : (makeupClass(makeup) ?? 'none'),
		reached:
			members.length > 1
				? {
						count: members.filter(({ status }) => status === 'met' || status === 'exited').length,
						total: members.length
					}
				: undefined,
		approved,
		// Who was approved again has not met it yet.
		met: met !== undefined && approved !== undefined && met < approved ? undefined : met,
		count: sumWindow(counts, period.from, period.to),
		base: base && sumWindow(counts, base.from, base.to),
		estimated: isEstimated(history, unit.id)
	};
}

/** A unit's district, or those of its former units since districts were abolished. */
function districtsOf(history: History, unit: Unit): string[] {
	if (unit.parentName !== null) return [unit.parentName];
	const names = listAncestors(history.lineage, unit.id).map(
		({ unitId }) => history.units.get(unitId)?.parentName
	);
	return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/**
 * Whether the land whose reports are summed was the same throughout two periods: communes that came into it with
 * a merger bring the reports of their other former communes along.
 */
export function isSameLand(
	history: History,
	units: readonly Unit[],
	track: string,
	{ period, base }: { period: ReportPeriod; base: ReportPeriod }
): boolean {
	const end = monthEnd(period.to, history.calendar);
	const { start } = monthPeriod(base.from, history.calendar);
	return !units.some(
		(unit) => unit.validFrom > start && !wasApproved(history, unit.id, track, end)
	);
}

/** The leading indicator over the communes that reported every month of a period, and of both. */
export function sumCounts(
	history: TrackHistory,
	unitIds: readonly number[],
	period: ReportPeriod,
	base: ReportPeriod | undefined
): Pick<ReportData, 'recorded' | 'compared'> {
	const ofUnits = unitIds.length;
	const recorded = { count: 0, units: 0, ofUnits };
	const both = { now: 0, base: 0, units: 0, ofUnits };
	for (const id of unitIds) {
		const counts = countsOn(history, latestSelf(history, id), period.to);
		const now = sumWindow(counts, period.from, period.to);
		if (now === undefined) continue;
		recorded.count += now;
		recorded.units++;
		const before = base && sumWindow(counts, base.from, base.to);
		if (before === undefined) continue;
		both.now += now;
		both.base += before;
		both.units++;
	}
	return {
		recorded: recorded.units > 0 ? recorded : undefined,
		compared: both.units > 0 ? both : undefined
	};
}

/** How many monthly or quarterly reports units owe for a period; yearly ones are not counted. */
export function reportsDue(
	units: readonly Unit[],
	{ from, to }: ReportPeriod,
	periodicity: Indicator['periodicity'],
	calendar: Scheme
): number {
	if (periodicity === 'year') return 0;
	const length = periodicity === 'quarter' ? 3 : 1;
	let due = 0;
	for (let last = from + length - 1; last <= to; last++) {
		// A quarter ends with March, June, September or December.
		if ((last + 1) % length !== 0) continue;
		due += units.filter((unit) => isValidOn(unit, monthEnd(last, calendar))).length;
	}
	return due;
}

/** Whether any unit of a period was in a district. */
export function hadDistricts(history: History, { from, to }: ReportPeriod): boolean {
	const [first, last] = [from, to].map((month) => monthEnd(month, history.calendar));
	return [...history.units.values()].some(
		({ parentName, validFrom, validTo }) =>
			parentName !== null &&
			validFrom <= last! &&
			(validTo === null || first! <= addDays(validTo, 1))
	);
}

/** The month in which the first commune was approved on a track; undefined before any was. */
export function firstApprovalMonth(history: History, track: string): Month | undefined {
	const dates = [...history.events.values()]
		.flat()
		.filter((event) => event.track === track && event.status === 'approved')
		.map(({ effectiveDate }) => effectiveDate)
		.sort();
	return dates[0] === undefined ? undefined : monthOf(dates[0], history.calendar);
}
