import { sql } from 'drizzle-orm';
import type { CommunityModel, ModelSite } from '#lib/domain/community-model.ts';
import type { History, UnitCounts } from '#lib/domain/history.ts';
import { POPULATION } from '#lib/domain/indicator.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import type { Programme } from '#lib/domain/programme.ts';
import { byEffect, type StatusEvent } from '#lib/domain/status.ts';
import { buildLineage } from '#lib/domain/succession.ts';
import { findFirstMonth } from '#lib/domain/timeline.ts';
import { listFrames, type Unit } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import { programme } from '../db/schema.ts';
import { loadCalendar } from './calendar.ts';
import { listIndicators, listTracks } from './catalogue.ts';
import { listSuccessions } from './successions.ts';

/** Reads everything that the map's themes need, without geometry. */
export async function loadHistory(db: Queryable): Promise<History> {
	const units = await listUnits(db);
	const calendar = await loadCalendar(db);
	const leading = new Map(
		(await listTracks(db)).flatMap((track): [string, string][] =>
			track.leading === null ? [] : [[track.code, track.leading]]
		)
	);
	const better = new Map((await listIndicators(db)).map((each) => [each.code, each.better]));
	const detected = new Set(
		[...leading].flatMap(([track, code]) => (better.get(code) === 'depends' ? [track] : []))
	);
	const counts = new Map<string, UnitCounts>();
	for (const code of new Set(leading.values())) {
		counts.set(code, await loadMonthly(db, code, calendar));
	}
	const history = {
		calendar,
		leading,
		detected,
		counts,
		programmes: await listProgrammes(db),
		units: new Map(units.map((unit) => [unit.id, unit])),
		frames: listFrames(units),
		lineage: buildLineage(units, await listSuccessions(db)),
		events: groupBy((await listStatusEvents(db)).sort(byEffect), (event) => event.unitId),
		population: await loadYearly(db, POPULATION, calendar),
		models: await listModels(db),
		sites: groupBy(await listSites(db), (site) => site.unitId)
	};
	return { ...history, firstMonth: findFirstMonth(history) };
}

async function listProgrammes(db: Queryable): Promise<Programme[]> {
	return db
		.select({
			track: programme.trackCode,
			startsOn: programme.startsOn,
			endsOn: programme.endsOn
		})
		.from(programme);
}

async function listUnits(db: Queryable): Promise<Unit[]> {
	const rows = await rowsOf<Omit<Unit, 'label'> & { lon: number; lat: number }>(
		db,
		sql`select id, code, name, kind, level, parent_name as "parentName", valid_from::text as "validFrom",
				valid_to::text as "validTo", area_km2 as "areaKm2", label_lon as lon, label_lat as lat
			from unit where level = 'commune' order by code, valid_from`
	);
	return rows.map(({ lon, lat, ...unit }) => ({ ...unit, label: [lon, lat] }));
}

async function listStatusEvents(db: Queryable): Promise<StatusEvent[]> {
	return rowsOf<StatusEvent>(
		db,
		sql`select id, unit_id as "unitId", track_code as track, round, status,
				effective_date::text as "effectiveDate", document_number as "documentNumber",
				document_date::text as "documentDate", signatory, note
			from status_event`
	);
}

/**
 * Values of an indicator by unit and month of a calendar, as reported. The other calendar's figures are another
 * series, never mixed with this one. A series comes as one text, because a row for each month takes ten times as
 * long.
 */
export async function loadMonthly(
	db: Queryable,
	indicator: string,
	calendar: Scheme
): Promise<Map<number, Map<Month, number>>> {
	const rows = await rowsOf<{ unitId: number; series: string }>(
		db,
		sql`select unit_id as "unitId",
				string_agg((extract(year from period_end) * 12 + extract(month from period_end) - 1)::int
					|| ' ' || value, ',') as series
			from observation
			where indicator_code = ${indicator} and scheme = ${calendar}
				and period_end = (period_start + interval '1 month - 1 day')::date
			group by unit_id`
	);
	return new Map(
		rows.map(({ unitId, series }) => [
			unitId,
			new Map(
				series.split(',').map((point): [Month, number] => {
					const space = point.indexOf(' ');
					return [Number(point.slice(0, space)), Number(point.slice(space + 1))];
				})
			)
		])
	);
}

/** Values by year, whatever their calendar: a stock is no sum. Those of the given calendar go first. */
async function loadYearly(
	db: Queryable,
	indicator: string,
	calendar: Scheme
): Promise<Map<number, Map<number, number>>> {
	const rows = await rowsOf<{ unitId: number; year: number; value: number }>(
		db,
		sql`select unit_id as "unitId", extract(year from period_end)::int as year, value from observation
			where indicator_code = ${indicator} order by scheme = ${calendar}, period_end`
	);
	const values = new Map<number, Map<number, number>>();
	for (const row of rows) {
		const own = values.get(row.unitId) ?? new Map<number, number>();
		own.set(row.year, row.value);
		values.set(row.unitId, own);
	}
	return values;
}

async function listModels(db: Queryable): Promise<CommunityModel[]> {
	return rowsOf<CommunityModel>(
		db,
		sql`select code, name_vi as "nameVi", name_en as "nameEn", founded_on::text as "foundedOn",
				retired_on::text as "retiredOn", replicated_from as "replicatedFrom"
			from community_model order by code`
	);
}

async function listSites(db: Queryable): Promise<ModelSite[]> {
	const rows = await rowsOf<
		Omit<ModelSite, 'position'> & { lon: number | null; lat: number | null }
	>(
		db,
		sql`select id, code, model_code as "modelCode", unit_id as "unitId", name,
				founded_on::text as "foundedOn", retired_on::text as "retiredOn", lon, lat, teams,
				replicated_from as "replicatedFrom"
			from model_site order by founded_on, code`
	);
	return rows.map(({ lon, lat, ...site }) => ({
		...site,
		position: lon === null || lat === null ? null : [lon, lat]
	}));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
	const groups = new Map<number, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group) group.push(item);
		else groups.set(keyOf(item), [item]);
	}
	return groups;
}
