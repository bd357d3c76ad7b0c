import { sql } from 'drizzle-orm';
import { isActiveOn } from '#lib/domain/community-model.ts';
import { crimesOn, populationOn, recordOf, type History } from '#lib/domain/history.ts';
import { sumWindow } from '#lib/domain/observation.ts';
import {
	lastDay,
	monthOfDate,
	toMonthText,
	yearOf,
	type IsoDate,
	type Month
} from '#lib/domain/period.ts';
import { latestSelf, makeupOn } from '#lib/domain/reading.ts';
import {
	basePeriod,
	type ReportCommune,
	type ReportData,
	type ReportFigure,
	type ReportPeriod,
	type ReportScope
} from '#lib/domain/report/report.ts';
import { statusAt } from '#lib/domain/status.ts';
import { findFrame, fullName, isValidOn, type Unit } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/** What a report of some months is written from; undefined where no boundaries are known at their end. */
export async function getReportData(
	db: Queryable,
	province: Province,
	{ track, period, last }: { track: string; period: ReportPeriod; last: Month }
): Promise<ReportData | undefined> {
	const { history } = province;
	const frame = findFrame(history.frames, period.to);
	if (!frame) return undefined;
	const end = lastDay(period.to);
	const programme = programmeUnits(history, track, end);
	const headlines = province.headlines(track, last);
	const at = period.to - headlines.fromMonth;
	const sites = [...history.sites.values()].flat().filter((site) => isActiveOn(site, end));
	const before = basePeriod(period);
	const base = history.dataMonths && history.dataMonths.from <= before.from ? before : undefined;
	const list = [...programme.values()]
		.filter((unit) => isMain(history, unit))
		.map((unit) => communeLine(history, unit, track, { period, base }));
	const people = frame.unitIds.map((id) =>
		populationOn(history, latestSelf(history, id), yearOf(period.to))
	);
	return {
		...{ period, base, track, communes: frame.unitIds.length, list },
		population: people.some((each) => each !== undefined)
			? people.reduce<number>((sum, each) => sum + (each ?? 0), 0)
			: undefined,
		approved: headlines.approved[at] ?? 0,
		met: headlines.transformed[at] ?? 0,
		relapsed: headlines.relapsed[at] ?? 0,
		sites: sites.length,
		modelTypes: new Set(sites.map(({ modelCode }) => modelCode)).size,
		crimes: base && compareCrimes(history, frame.unitIds, period, base),
		figures: [
			...(await sumFigures(db, 'programme', [...programme.values()], period)),
			...(await sumFigures(db, 'districts', undefined, period))
		]
	};
}

/** Communes that were approved on a track by a date, under each of their identities. */
function programmeUnits(history: History, track: string, end: IsoDate): Map<number, Unit> {
	const found = new Map<number, Unit>();
	for (const unit of history.units.values()) {
		const approved = recordOf(history, latestSelf(history, unit.id), track).some(
			({ status, effectiveDate }) => status === 'approved' && effectiveDate <= end
		);
		if (approved && unit.validFrom <= end) found.set(unit.id, unit);
	}
	return found;
}

/** Of a commune's identities in time the latest stands for all. */
function isMain(history: History, unit: Unit): boolean {
	return latestSelf(history, unit.id) === unit.id;
}

function communeLine(
	history: History,
	unit: Unit,
	track: string,
	{ period, base }: { period: ReportPeriod; base: ReportPeriod | undefined }
): ReportCommune {
	const end = lastDay(period.to);
	const record = recordOf(history, unit.id, track);
	const dateOf = (status: string) =>
		record.findLast((event) => event.status === status && event.effectiveDate <= end)
			?.effectiveDate;
	const crimes = crimesOn(history, unit.id, period.to);
	const makeup = isValidOn(unit, end) ? makeupOn(history, unit.id, track, end) : undefined;
	return {
		name: fullName(unit),
		district: unit.parentName ?? '',
		status: makeup === 'not-available' ? 'not-available' : statusAt(record, end),
		...{ approved: dateOf('approved'), met: dateOf('met') },
		crimes: sumWindow(crimes, period.from, period.to),
		base: base && sumWindow(crimes, base.from, base.to)
	};
}

/** Over the communes that reported every month of both periods. */
function compareCrimes(
	history: History,
	unitIds: readonly number[],
	period: ReportPeriod,
	base: ReportPeriod
): ReportData['crimes'] {
	const total = { now: 0, base: 0, units: 0, ofUnits: unitIds.length };
	for (const id of unitIds) {
		const crimes = crimesOn(history, latestSelf(history, id), period.to);
		const now = sumWindow(crimes, period.from, period.to);
		const before = sumWindow(crimes, base.from, base.to);
		if (now === undefined || before === undefined) continue;
		total.now += now;
		total.base += before;
		total.units++;
	}
	return total.units > 0 ? total : undefined;
}

interface SumRow {
	indicator: string;
	periodicity: string;
	total: number;
	reports: number;
}

/**
 * Totals of every indicator that adds up, over communes or over all districts. Monthly and quarterly figures
 * count where their period lies in the months, yearly ones where their year has any of them: programmes count
 * that way.
 */
async function sumFigures(
	db: Queryable,
	scope: ReportScope,
	units: readonly Unit[] | undefined,
	period: ReportPeriod
): Promise<ReportFigure[]> {
	const from = `${toMonthText(period.from)}-01`;
	const to = lastDay(period.to);
	const [firstYear, lastYear] = [`${yearOf(period.from)}-01-01`, `${yearOf(period.to)}-12-31`];
	const ids = (units ?? []).map(({ id }) => id);
	const among = units
		? sql`o.unit_id in (select unnest(${sql.param(ids)}::int[]))`
		: sql`o.unit_id in (select id from unit where level = 'district')`;
	const rows = await rowsOf<SumRow>(
		db,
		sql`select i.code as indicator, i.periodicity, sum(o.value)::float8 as total,
				count(*)::int as reports
			from observation o join indicator i on i.code = o.indicator_code
			where i.aggregation = 'sum' and o.scheme = 'calendar' and ${among}
				and case when i.periodicity = 'year'
					then o.period_start >= ${firstYear}::date and o.period_end <= ${lastYear}::date
					else o.period_start >= ${from}::date and o.period_end <= ${to}::date end
			group by i.code, i.periodicity`
	);
	const expected = units ? monthsDue(units, period) : 0;
	return rows.map(({ indicator, periodicity, total, reports }) => ({
		...{ indicator, scope, total },
		missing: units && periodicity === 'month' ? Math.max(0, expected - reports) : 0
	}));
}

/** How many monthly reports the communes owe for a period. */
function monthsDue(units: readonly Unit[], { from, to }: ReportPeriod): number {
	return units.reduce((sum, { validFrom, validTo }) => {
		const begins = Math.max(from, monthOfDate(validFrom));
		const ends = validTo === null ? to : Math.min(to, monthOfDate(validTo));
		return sum + Math.max(0, ends - begins + 1);
	}, 0);
}

/** The month in which the first commune was approved on a track; undefined before any was. */
export function firstApprovalMonth(history: History, track: string): Month | undefined {
	const dates = [...history.events.values()]
		.flat()
		.filter((event) => event.track === track && event.status === 'approved')
		.map(({ effectiveDate }) => effectiveDate)
		.sort();
	return dates[0] === undefined ? undefined : monthOfDate(dates[0]);
}
