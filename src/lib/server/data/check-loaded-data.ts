import { sql } from 'drizzle-orm';
import { isTolerated, type TopologyFault } from '#lib/domain/import-report.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { addDays } from '#lib/domain/period.ts';
import type { History } from '#lib/domain/history.ts';
import { rowOf, rowsOf, type Queryable } from '../db/database.ts';
import { findTopologyFaults } from '../import/topology/find-faults.ts';
import { stageUnits } from '../import/boundaries/stage-boundaries.ts';
import { loadHistory } from '../queries/load-history.ts';
import { SOURCED_TABLES } from './undo-source.ts';

/** Rows that hang in the air; each is named as a person would look it up. */
export interface Orphans {
	endedWithoutSuccessor: string[];
	beganWithoutPredecessor: string[];
	/** Figures and events outside the validity of their unit. */
	outsideValidity: string[];
	/** Sites and models replicated from something that is not there. */
	unknownOrigin: string[];
}

export interface LoadedDataCheck {
	counts: Record<string, number>;
	frames: { from: IsoDate; to: IsoDate | null; units: number; faults: TopologyFault[] }[];
	orphans: Orphans;
	/** No fault beyond tolerance and no orphan. */
	passed: boolean;
}

/** Looks at all that is loaded: overlaps and gaps of each frame, and rows that hang in the air. */
export async function checkLoadedData(db: Queryable): Promise<LoadedDataCheck> {
	const counts: Record<string, number> = {};
	for (const table of ['source', ...SOURCED_TABLES]) {
		const { count } = await rowOf<{ count: number }>(
			db,
			sql`select count(*)::int as count from ${sql.identifier(table)}`
		);
		counts[table] = count;
	}
	const history = await loadHistory(db);
	const frames = await db.transaction(async (tx) => {
		const checked: LoadedDataCheck['frames'] = [];
		for (const { from, to, unitIds } of history.frames) {
			await stageUnits(tx, sql`id in (select unnest(${sql.param(unitIds)}::int[]))`);
			checked.push({ from, to, units: unitIds.length, faults: await findTopologyFaults(tx) });
		}
		return checked;
	});
	const orphans = {
		...findBrokenLineage(history),
		outsideValidity: await listOutsideValidity(db),
		unknownOrigin: await listUnknownOrigins(db)
	};
	const passed =
		Object.values(orphans).every((list) => list.length === 0) &&
		frames.every(({ faults }) => faults.every(isTolerated));
	return { counts, frames, orphans, passed };
}

function findBrokenLineage({ units, frames, lineage }: History) {
	const first = frames[0]?.from;
	const continued = new Set([...lineage.values()].flat().map((former) => former.unitId));
	const named = [...units.values()].map((unit) => ({ unit, name: `${unit.code} ${unit.name}` }));
	return {
		endedWithoutSuccessor: named
			.filter(({ unit }) => unit.validTo !== null && !continued.has(unit.id))
			.map(({ unit, name }) => `${name} ${unit.validTo}`),
		beganWithoutPredecessor: named
			.filter(({ unit }) => unit.validFrom !== first && !lineage.has(unit.id))
			.map(({ unit, name }) => `${name} ${unit.validFrom}`)
	};
}

/** An event on the day after a unit's last one closes it, and belongs to it. */
async function listOutsideValidity(db: Queryable): Promise<string[]> {
	const rows = await rowsOf<{
		name: string;
		from: string;
		to: string | null;
		at: string;
		what: string;
	}>(
		db,
		sql`
		select u.code || ' ' || u.name as name, u.valid_from::text as from, u.valid_to::text as to,
			o.period_end::text as at, o.indicator_code as what
		from observation o join unit u on u.id = o.unit_id
		where o.period_end < u.valid_from or o.period_end > u.valid_to
		union all
		select u.code || ' ' || u.name, u.valid_from::text, u.valid_to::text, e.effective_date::text, e.status
		from status_event e join unit u on u.id = e.unit_id
		where e.effective_date < u.valid_from or e.effective_date > u.valid_to
		order by 1, 4`
	);
	return rows
		.filter(({ what, to, at }) => !(what === 'succeeded' && to !== null && at === addDays(to, 1)))
		.map(({ name, what, at }) => `${name} ${what} ${at}`);
}

async function listUnknownOrigins(db: Queryable): Promise<string[]> {
	const rows = await rowsOf<{ name: string }>(
		db,
		sql`
		select s.code || ' ← ' || s.replicated_from as name from model_site s
		where s.replicated_from is not null
			and not exists (select from model_site o where o.code = s.replicated_from)
		union all
		select m.code || ' ← ' || m.replicated_from from community_model m
		where m.replicated_from is not null
			and not exists (select from community_model o where o.code = m.replicated_from)
		order by 1`
	);
	return rows.map((row) => row.name);
}
