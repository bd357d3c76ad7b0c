import type { TrendBase, TrendQuestion } from '#lib/domain/evidence/classes.ts';
import { sql } from 'drizzle-orm';
import { listContinued, recordOf, sitesOn, wasValidIn, type History } from '#lib/domain/history.ts';
import { POPULATION, type Indicator } from '#lib/domain/indicator.ts';
import { carrySeries } from '#lib/domain/observation.ts';
import { monthOfDate, SCHEMES, type Month, type Scheme } from '#lib/domain/period.ts';
import { monthsShown } from '#lib/domain/reading.ts';
import { byEffect } from '#lib/domain/status.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import { fullName } from '#lib/domain/unit.ts';
import type {
	FigureOrigin,
	FormerFigure,
	IndicatorSeries,
	LineageStep,
	UnitDetails
} from '#lib/view/wire.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/** Everything that a commune's panel shows; undefined for an id that no unit has. */
export async function findUnitDetails(
	db: Queryable,
	province: Province,
	unitId: number,
	track: string,
	base: TrendBase,
	{ last, all }: { last: Month; all: boolean }
): Promise<UnitDetails | undefined> {
	const { history } = province;
	const unit = history.units.get(unitId);
	const frame = history.frames.findLast((frame) => frame.unitIds.includes(unitId));
	if (!unit || !frame) return undefined;
	const trends = (question: TrendQuestion) =>
		province.evidence.ask('unitTrends', { frame, last, all, track, base, question }, unitId);
	return {
		unit,
		formers: listFormers(province, unitId),
		successors: listSuccessors(province, unitId),
		records: listRecords(province, unitId),
		trends: {
			fromMonth: monthsShown(history, { frame, last, all }).from,
			results: { own: await trends('own'), province: await trends('province') }
		},
		series: await listSeries(db, province, unitId, last),
		former: await listFormerFigures(db, unitId),
		sites: sitesOn(history, unitId).map((site) => ({
			...site,
			model: history.models.find((model) => model.code === site.modelCode) ?? null
		}))
	};
}

function listFormers({ history }: Province, unitId: number): LineageStep[] {
	const steps: LineageStep[] = [];
	for (const { unitId: id } of listAncestors(history.lineage, unitId)) {
		for (const { unitId: former, succession } of history.lineage.get(id) ?? []) {
			const unit = history.units.get(former);
			if (!unit) continue;
			steps.push({
				unit,
				otherId: id,
				weight: succession?.populationWeight ?? null,
				document: succession?.document ?? null,
				effective: succession?.effective ?? null
			});
		}
	}
	return steps;
}

function listSuccessors({ history }: Province, unitId: number): LineageStep[] {
	const steps: LineageStep[] = [];
	for (const [to, predecessors] of history.lineage) {
		for (const { unitId: from, succession } of predecessors) {
			const unit = history.units.get(to);
			if (from !== unitId || !unit) continue;
			steps.push({
				unit,
				otherId: unitId,
				weight: succession?.populationWeight ?? null,
				document: succession?.document ?? null,
				effective: succession?.effective ?? null
			});
		}
	}
	return steps;
}

/** Records on every track: its own, and those of the units merged into it. */
function listRecords({ history, tracks }: Province, unitId: number): UnitDetails['records'] {
	const members = new Set(
		listAncestors(history.lineage, unitId).map(({ unitId: id }) => listContinued(history, id)[0]!)
	);
	return tracks
		.map(({ code }) => {
			const events = new Map(
				[...members]
					.flatMap((member) => recordOf(history, member, code))
					.map((event) => [event.id, event])
			);
			return {
				track: code,
				events: [...events.values()].sort(byEffect).map((event) => {
					const unit = history.units.get(event.unitId);
					return { ...event, unitName: unit ? fullName(unit) : '' };
				})
			};
		})
		.filter((record) => record.events.length > 0);
}

interface SeriesRow {
	unitId: number;
	code: string;
	scheme: string;
	end: string;
	value: number;
	origin: FigureOrigin;
}

/**
 * Series on the unit's boundaries, each value at the last month of its period: of each indicator the one in the
 * province's calendar, then what is recorded in the other one. They are never added up together.
 */
async function listSeries(
	db: Queryable,
	{ history, indicators }: Province,
	unitId: number,
	last: Month
): Promise<IndicatorSeries[]> {
	const ancestors = listAncestors(history.lineage, unitId).map((ancestor) => ancestor.unitId);
	const rows = await rowsOf<SeriesRow>(
		db,
		sql`select unit_id as "unitId", indicator_code as code, scheme, period_end::text as end, value, origin
			from observation
			where unit_id in (select unnest(${sql.param(ancestors)}::int[]))
			order by indicator_code, period_end`
	);
	const first = rows.reduce((month, row) => Math.min(month, monthOfDate(row.end)), last);
	const calendars = SCHEMES.toSorted(
		(a, b) => Number(b === history.calendar) - Number(a === history.calendar)
	);
	return indicators
		.flatMap((indicator) =>
			calendars.map((calendar): IndicatorSeries => {
				const own = rows.filter(
					({ code, scheme }) => code === indicator.code && scheme === calendar
				);
				return {
					indicator,
					calendar,
					points:
						own.length === 0 ? [] : pointsOf(history, unitId, indicator, own, calendar, first, last)
				};
			})
		)
		.filter((series) => series.points.length > 0);
}

function pointsOf(
	history: History,
	unitId: number,
	indicator: Indicator,
	rows: readonly SeriesRow[],
	calendar: Scheme,
	from: Month,
	to: Month
): IndicatorSeries['points'] {
	const byUnit = new Map<number, Map<Month, number>>();
	const origins = new Map<Month, FigureOrigin>();
	for (const row of rows) {
		const series = byUnit.get(row.unitId) ?? new Map<Month, number>();
		series.set(monthOfDate(row.end), row.value);
		byUnit.set(row.unitId, series);
		if (row.origin !== 'reported') origins.set(monthOfDate(row.end), row.origin);
	}
	const points =
		indicator.aggregation === 'sum' || indicator.code === POPULATION
			? carrySeries(
					unitId,
					{ from, to },
					history.lineage,
					(id) => byUnit.get(id),
					(id, month) => wasValidIn({ units: history.units, calendar }, id, month)
				)
			: (byUnit.get(unitId) ?? new Map<Month, number>());
	return [...points].map(([month, value]) => {
		const origin = origins.get(month);
		return { month, value, ...(origin === undefined ? {} : { origin }) };
	});
}

/** What the unit's figures were before they were corrected, the latest correction first. */
async function listFormerFigures(db: Queryable, unitId: number): Promise<FormerFigure[]> {
	return rowsOf<FormerFigure>(
		db,
		sql`select f.indicator_code as indicator, f.scheme, f.period_start::text as start, f.period_end::text as end,
				f.value, f.source_id as source, f.replaced_by as "replacedBy",
				to_char(s.imported_at, 'YYYY-MM-DD') as date
			from observation_former f join source s on s.id = f.replaced_by
			where f.unit_id = ${unitId} order by s.imported_at desc, f.indicator_code, f.period_start limit 200`
	);
}
