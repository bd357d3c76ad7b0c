import { sql, type SQL } from 'drizzle-orm';
import { rowOf, type Queryable } from '../../db/database.ts';

/** Geometry could not be computed: the numbers in the report would be wrong without a word. */
class OverlayFailed extends Error {
	constructor(what: string, expected: number, found: number) {
		super(`${what}: ${found} rows instead of ${expected}`);
		this.name = 'OverlayFailed';
	}
}

/**
 * Runs an overlay into a temporary table and counts its rows.
 *
 * On a geometry error PostGIS raises on a server, but the embedded build returns no row: so every overlay
 * says how many rows it must yield, and fewer is an error.
 *
 * @param table name of the temporary table, never from user input
 * @param query must yield one row for each input row, none left out by geometry
 */
export async function overlayInto(
	tx: Queryable,
	table: string,
	query: SQL,
	expected: number
): Promise<void> {
	await tx.execute(sql`create temp table ${sql.identifier(table)} on commit drop as ${query}`);
	const { count } = await rowOf<{ count: number }>(
		tx,
		sql`select count(*)::int as count from ${sql.identifier(table)}`
	);
	if (count !== expected) throw new OverlayFailed(table, expected, count);
}
