import type { TrendBase } from '#lib/domain/evidence/classes.ts';
import { sql } from 'drizzle-orm';
import { listContinued, recordOf, sitesOn, wasValidIn } from '#lib/domain/history.ts';
import { carrySeries } from '#lib/domain/observation.ts';
import { monthOfDate, type Month } from '#lib/domain/period.ts';
import { monthsShown } from '#lib/domain/reading.ts';
import { byEffect } from '#lib/domain/status.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import { fullName } from '#lib/domain/unit.ts';
import type { FormerFigure, IndicatorSeries, LineageStep, UnitDetails } from '#lib/view/wire.ts';
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
	return {
		unit,
		formers: listFormers(province, unitId),
		successors: listSuccessors(province, unitId),
		records: listRecords(province, unitId),
		trends: {
			fromMonth: monthsShown(frame, last, all).from,
			results: await province.evidence.ask('unitTrends', { frame, last, all, track, base }, unitId)
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

/** Series on the unit's boundaries, each value at the last month of its period. */
async function listSeries(
	db: Queryable,
	{ history, indicators }: Province,
	unitId: number,
	last: Month
): Promise<IndicatorSeries[]> {
	const ancestors = listAncestors(history.lineage, unitId).map((ancestor) => ancestor.unitId);
	const rows = await rowsOf<{ unitId: number; code: string; end: string; value: number }>(
		db,
		sql`select unit_id as "unitId", indicator_code as code, period_end::text as end, value
			from observation
			where unit_id in (select unnest(${sql.param(ancestors)}::int[])) and scheme = 'calendar'
			order by indicator_code, period_end`
	);
	const first = rows.reduce((month, row) => Math.min(month, monthOfDate(row.end)), last);
	return indicators
		.filter((indicator) => rows.some((row) => row.code === indicator.code))
		.map((indicator) => {
			const own = new Map<number, Map<Month, number>>();
			for (const row of rows) {
				if (row.code !== indicator.code) continue;
				const series = own.get(row.unitId) ?? new Map<Month, number>();
				series.set(monthOfDate(row.end), row.value);
				own.set(row.unitId, series);
			}
			const points =
				indicator.aggregation === 'sum' || indicator.code === 'N01'
					? carrySeries(
							unitId,
							{ from: first, to: last },
							history.lineage,
							(id) => own.get(id),
							(id, month) => wasValidIn(history, id, month)
						)
					: (own.get(unitId) ?? new Map<Month, number>());
			return {
				indicator,
				points: [...points].map(([month, value]) => ({ month, value }))
			};
		})
		.filter((series) => series.points.length > 0);
}

/** What the unit's figures were before they were corrected, the latest correction first. */
async function listFormerFigures(db: Queryable, unitId: number): Promise<FormerFigure[]> {
	return rowsOf<FormerFigure>(
		db,
		sql`select f.indicator_code as indicator, f.period_start::text as start, f.period_end::text as end,
				f.value, f.source_id as source, f.replaced_by as "replacedBy",
				to_char(s.imported_at, 'YYYY-MM-DD') as date
			from observation_former f join source s on s.id = f.replaced_by
			where f.unit_id = ${unitId} order by s.imported_at desc, f.indicator_code, f.period_start limit 200`
	);
}
