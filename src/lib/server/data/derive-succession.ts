import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import {
	compareSuccessions,
	deriveSuccession,
	type DerivedSuccession,
	type SuccessionDifference
} from '#lib/domain/overlay-succession.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { rowOf, rowsOf, type Database, type Queryable } from '../db/database.ts';
import { listOverlayShares } from '../queries/overlay-shares.ts';

interface NamedPair {
	from: string;
	to: string;
}

/** What geometry says of a change of boundaries, beside what is recorded of it. */
export interface SuccessionComparison {
	date: IsoDate;
	recorded: number;
	derived: (DerivedSuccession & NamedPair)[];
	differences: (SuccessionDifference & NamedPair)[];
}

/** Derives the succession at a change of boundaries by overlay, and compares it with the recorded one. */
export async function compareSuccessionAt(
	db: Queryable,
	date: IsoDate
): Promise<SuccessionComparison> {
	const derived = deriveSuccession(await listOverlayShares(db, date));
	const recorded = await rowsOf<{ fromUnitId: number; toUnitId: number; areaWeight: number }>(
		db,
		sql`select from_unit_id as "fromUnitId", to_unit_id as "toUnitId", area_weight as "areaWeight"
			from succession where effective = ${date}::date`
	);
	const told = new Set(recorded.map(({ fromUnitId }) => fromUnitId));
	const units = await rowsOf<{ id: number; code: string; name: string; kind: string }>(
		db,
		sql`select id, code, name, kind from unit where level = 'commune'`
	);
	const names = new Map(units.map((unit) => [unit.id, `${unit.code} ${fullName(unit)}`]));
	const named = <T extends { fromUnitId: number; toUnitId: number }>(pair: T): T & NamedPair => ({
		...pair,
		from: names.get(pair.fromUnitId) ?? '',
		to: names.get(pair.toUnitId) ?? ''
	});
	// A unit that goes on unchanged needs no law.
	const compared = derived.filter(({ fromUnitId }) => told.has(fromUnitId));
	return {
		date,
		recorded: recorded.length,
		derived: derived.map(named),
		differences: compareSuccessions(recorded, compared).map(named)
	};
}

/**
 * Records the derived succession of the units that none is recorded of, as a source of its own. Without
 * counts of the people of each part, shares of area stand for shares of population.
 *
 * @returns id of the source, or undefined when there is nothing to record
 */
export async function recordDerived(
	database: Database,
	date: IsoDate,
	by: string,
	demonstration: boolean
): Promise<{ source: number; rows: number } | undefined> {
	await database.snapshot();
	const { derived } = await compareSuccessionAt(database.db, date);
	return database.db.transaction(async (tx) => {
		const recorded = await rowsOf<{ id: number }>(
			tx,
			sql`select distinct from_unit_id as id from succession where effective = ${date}::date`
		);
		const told = new Set(recorded.map(({ id }) => id));
		// A unit that simply goes on needs no record, and with one its own record would end.
		const rows = derived.filter(
			({ fromUnitId, kind, from, to }) =>
				!told.has(fromUnitId) && !(kind === 'whole' && from === to)
		);
		if (rows.length === 0) return undefined;
		const counts = JSON.stringify({ read: rows.length, written: rows.length });
		const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
		const { id } = await rowOf<{ id: number }>(
			tx,
			sql`insert into source (subject, file_name, sha256, imported_by, demonstration, sensitivity, counts, report)
				values ('succession', ${`overlay ${date}`}, ${hash}, ${by}, ${demonstration}, 'internal',
					${counts}::jsonb, '{}') returning id`
		);
		for (const row of rows) {
			await tx.execute(sql`
				insert into succession (from_unit_id, to_unit_id, kind, population_weight, area_weight, effective,
					document, source_id)
				values (${row.fromUnitId}, ${row.toUnitId}, ${row.kind}, ${row.areaWeight}, ${row.areaWeight},
					${date}::date, null, ${id})`);
		}
		return { source: id, rows: rows.length };
	});
}
