import { sql } from 'drizzle-orm';
import { rowOf, rowsOf, type Database, type Queryable } from '../db/database.ts';
import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import { listSources } from '../queries/data-state.ts';

/** Tables whose rows belong to a source. */
export const SOURCED_TABLES = [
	'unit',
	'succession',
	'observation',
	'status_event',
	'community_model',
	'model_site'
] as const;

/** Rows that point to rows of other sources, and would go with them. */
const DEPENDENCIES = [
	{ table: 'succession', column: 'from_unit_id', on: 'unit', key: 'id' },
	{ table: 'succession', column: 'to_unit_id', on: 'unit', key: 'id' },
	{ table: 'observation', column: 'unit_id', on: 'unit', key: 'id' },
	{ table: 'status_event', column: 'unit_id', on: 'unit', key: 'id' },
	{ table: 'model_site', column: 'unit_id', on: 'unit', key: 'id' },
	{ table: 'model_site', column: 'model_code', on: 'community_model', key: 'code' },
	{ table: 'observation_former', column: 'unit_id', on: 'unit', key: 'id' }
] as const;

/** A source whose rows rest on those of another one. */
export interface SourceUser {
	id: number;
	subject: string;
	file: string;
	rows: number;
}

export type UndoResult =
	| { outcome: 'unknown' }
	| { outcome: 'in-use'; users: SourceUser[] }
	| { outcome: 'undone'; source: LoadedSource; removed: Record<string, number> };

/**
 * Takes back one load: exactly its rows go, and values that it corrected are what they were before. While
 * rows of other sources rest on them, nothing is done, because those would silently go too.
 */
export async function undoSource(database: Database, id: number): Promise<UndoResult> {
	await database.snapshot();
	const result = await database.db.transaction(async (tx): Promise<UndoResult> => {
		const source = (await listSources(tx)).find((each) => each.id === id);
		if (!source) return { outcome: 'unknown' };
		const users = await listUsers(tx, id);
		if (users.length > 0) return { outcome: 'in-use', users };
		const removed: Record<string, number> = {};
		for (const table of SOURCED_TABLES) {
			const { count } = await rowOf<{ count: number }>(
				tx,
				sql`select count(*)::int as count from ${sql.identifier(table)} where source_id = ${id}`
			);
			removed[table] = count;
		}
		await restoreFormer(tx, id);
		await tx.execute(sql`delete from source where id = ${id}`);
		await tx.execute(sql`delete from boundary_cache`);
		return { outcome: 'undone', source, removed };
	});
	await database.flush();
	return result;
}

/** Figures that the source corrected stand again as they were reported before. */
async function restoreFormer(tx: Queryable, id: number): Promise<void> {
	await tx.execute(sql`
		update observation o set value = f.value, confirmed = f.confirmed, origin = f.origin, source_id = f.source_id
		from observation_former f
		where f.replaced_by = ${id} and f.unit_id = o.unit_id and f.indicator_code = o.indicator_code
			and f.scheme = o.scheme and f.period_start = o.period_start and f.period_end = o.period_end`);
	await tx.execute(sql`delete from observation_former where replaced_by = ${id}`);
}

async function listUsers(tx: Queryable, id: number): Promise<SourceUser[]> {
	const users = new Map<number, SourceUser>();
	for (const { table, column, on, key } of DEPENDENCIES) {
		const rows = await rowsOf<SourceUser>(
			tx,
			sql`select s.id, s.subject, s.file_name as file, count(*)::int as rows
				from ${sql.identifier(table)} d
				join ${sql.identifier(on)} u on u.${sql.identifier(key)} = d.${sql.identifier(column)}
				join source s on s.id = d.source_id
				where u.source_id = ${id} and d.source_id <> ${id}
				group by s.id`
		);
		for (const row of rows) {
			users.set(row.id, { ...row, rows: Math.max(row.rows, users.get(row.id)?.rows ?? 0) });
		}
	}
	const corrections = await rowsOf<SourceUser>(
		tx,
		sql`select s.id, s.subject, s.file_name as file, count(*)::int as rows
			from observation_former f join source s on s.id = f.replaced_by
			where f.source_id = ${id} group by s.id`
	);
	for (const row of corrections) users.set(row.id, row);
	return [...users.values()].sort((a, b) => a.id - b.id);
}
