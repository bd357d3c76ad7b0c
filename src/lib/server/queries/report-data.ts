import { sql } from 'drizzle-orm';
import { isActiveOn } from '#lib/domain/community-model.ts';
import { populationOn } from '#lib/domain/history.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import {
	monthEnd,
	monthsPeriod,
	toMonth,
	yearOf,
	type Month,
	type Scheme
} from '#lib/domain/period.ts';
import { latestSelf, type MatrixScope } from '#lib/domain/reading.ts';
import {
	communeLine,
	hadDistricts,
	isSameLand,
	programmeUnits,
	reportsDue,
	sumCounts,
	wasApproved
} from '#lib/domain/report/programme.ts';
import {
	basePeriod,
	type ReportData,
	type ReportFigure,
	type ReportPeriod,
	type ReportScope,
	type ReportTrack
} from '#lib/domain/report/report.ts';
import { findFrame, isValidOn, type Unit } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/** What a report of some months is written from; undefined where no boundaries are known at their end. */
export async function getReportData(
	db: Queryable,
	province: Province,
	{ track, period, last }: { track: string; period: ReportPeriod; last: Month }
): Promise<ReportData | undefined> {
	const history = province.historyOf(track);
	const { calendar } = history;
	const frame = findFrame(history.frames, period.to, calendar);
	if (!frame) return undefined;
	const end = monthEnd(period.to, calendar);
	const programme = programmeUnits(history, track, end);
	const listed = programme.filter((unit) => isValidOn(unit, end));
	const sites = [...history.sites.values()].flat().filter((site) => isActiveOn(site, end));
	const before = basePeriod(period);
	const base = history.dataMonths && history.dataMonths.from <= before.from ? before : undefined;
	const months = {
		period,
		base,
		calendar,
		sameLand: !base || isSameLand(history, programme, track, { period, base })
	};
	const people = frame.unitIds.map((id) =>
		populationOn(history, latestSelf(history, id), yearOf(period.to), yearOf(period.to))
	);
	const beyondUsual = await listBeyondUsual(province, { frame, last, all: false, track }, period);
	const standing = (code: string) => standingOf(province, code, period.to, last);
	return {
		period,
		base,
		track,
		calendar,
		communes: frame.unitIds.length,
		leading: history.leading.get(track),
		population: people.reduce<number | undefined>(
			(sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
			0
		),
		...standing(track),
		tracks: province.tracks.map(({ code }) => ({ code, ...standing(code) })),
		sites: sites.length,
		modelTypes: new Set(sites.map(({ modelCode }) => modelCode)).size,
		...sumCounts(history, frame.unitIds, period, base),
		figures: [
			...(await sumFigures(db, 'programme', programme, months)),
			...(await sumFigures(db, 'districts', undefined, { ...months, base: undefined }))
		],
		list: listed.map((unit) => {
			const beyond = beyondUsual.get(unit.id);
			return {
				...communeLine(history, unit, { period, base }),
				...(beyond === undefined ? {} : { beyond })
			};
		}),
		merged: listed.filter(({ id }) => !wasApproved(history, id, track, end)).length,
		districts: hadDistricts(history, period)
	};
}

const YEAR = 12;

/** Whether the trend of each unit is clearly falling or rising against the same period; of twelve months only. */
async function listBeyondUsual(
	province: Province,
	scope: MatrixScope & { track: string },
	period: ReportPeriod
): Promise<Map<number, boolean>> {
	const found = new Map<number, boolean>();
	if (period.to - period.from + 1 !== YEAR) return found;
	const asked = { ...scope, base: 'same-period', question: 'own' } as const;
	const figures = await province.evidence.ask('monthFigures', asked, period.to);
	figures.forEach(({ trend }, row) => {
		if (!('trend' in trend)) return;
		const { class: called } = trend.trend;
		found.set(scope.frame.unitIds[row]!, called === 'falling' || called === 'rising');
	});
	return found;
}

function standingOf(
	province: Province,
	track: string,
	month: Month,
	last: Month
): Omit<ReportTrack, 'code'> {
	const headlines = province.headlines(track, last);
	const at = month - headlines.fromMonth;
	return {
		approved: headlines.approved[at] ?? 0,
		met: headlines.transformed[at] ?? 0,
		relapsed: headlines.relapsed[at] ?? 0
	};
}

interface SumRow {
	indicator: string;
	periodicity: Indicator['periodicity'];
	total: number;
	reports: number;
}

/** Totals of every indicator that adds up, over communes or over all districts, and of the months compared with. */
async function sumFigures(
	db: Queryable,
	scope: ReportScope,
	units: readonly Unit[] | undefined,
	{
		period,
		base,
		sameLand,
		calendar
	}: {
		period: ReportPeriod;
		base: ReportPeriod | undefined;
		sameLand: boolean;
		calendar: Scheme;
	}
): Promise<ReportFigure[]> {
	const now = await sumRows(db, units, period, calendar);
	const before = new Map(
		(base ? await sumRows(db, units, base, calendar) : []).map((row) => [row.indicator, row])
	);
	const missing = ({ periodicity, reports }: SumRow, months: ReportPeriod) =>
		Math.max(0, reportsDue(units ?? [], months, periodicity, calendar) - reports);
	return now.map((row) => {
		const then = before.get(row.indicator);
		const complete =
			row.periodicity === 'year'
				? row.reports === then?.reports && yearOf(base!.to) < yearOf(period.from)
				: missing(row, period) === 0 && then !== undefined && missing(then, base!) === 0;
		return {
			indicator: row.indicator,
			scope,
			total: row.total,
			base: then?.total,
			comparable: sameLand && complete,
			missing: missing(row, period)
		};
	});
}

/**
 * Monthly and quarterly figures count where their period lies in the months, yearly ones where their year has any
 * of them: programmes count that way. Figures of the other calendar are in no sum.
 */
function sumRows(
	db: Queryable,
	units: readonly Unit[] | undefined,
	period: ReportPeriod,
	calendar: Scheme
): Promise<SumRow[]> {
	const { start: from, end: to } = monthsPeriod(period.from, period.to, calendar);
	const years = monthsPeriod(
		toMonth(yearOf(period.from), 1),
		toMonth(yearOf(period.to), 12),
		calendar
	);
	const ids = (units ?? []).map(({ id }) => id);
	const among = units
		? sql`o.unit_id in (select unnest(${sql.param(ids)}::int[]))`
		: sql`o.unit_id in (select id from unit where level = 'district')`;
	return rowsOf<SumRow>(
		db,
		sql`select i.code as indicator, i.periodicity, sum(o.value)::float8 as total,
				count(*)::int as reports
			from observation o join indicator i on i.code = o.indicator_code
			where i.aggregation = 'sum' and o.scheme = ${calendar} and ${among}
				and case when i.periodicity = 'year'
					then o.period_start >= ${years.start}::date and o.period_end <= ${years.end}::date
					else o.period_start >= ${from}::date and o.period_end <= ${to}::date end
			group by i.code, i.periodicity order by i.code`
	);
}
