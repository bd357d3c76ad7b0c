import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../db/database.ts';
import { dataState } from '../db/schema.ts';

/** The tables of the catalogue and their files in `data/catalogue`; headings are column names. */
const TABLES = {
	indicator: 'indicators.csv',
	track: 'tracks.csv',
	programme: 'programmes.csv',
	indicator_limit: 'limits.csv',
	indicator_heading: 'headings.csv'
};

/**
 * Proposes tracks, programmes and indicators to a new database, once. From then on they are the province's
 * own: what it changed or took away stays so, also when a later version proposes something else.
 */
export async function seedCatalogue(db: Queryable): Promise<void> {
	const [state] = await db.select({ seeded: dataState.catalogueSeeded }).from(dataState);
	if (state?.seeded) return;
	await db.transaction(async (tx) => {
		// Of two that start at once on one server, the second waits here and finds it done.
		const [first] = await tx
			.update(dataState)
			.set({ catalogueSeeded: true })
			.where(eq(dataState.catalogueSeeded, false))
			.returning({ id: dataState.id });
		if (!first) return;
		for (const [table, file] of Object.entries(TABLES)) {
			const rows: Record<string, string>[] = parse(
				readFileSync(resolve('data/catalogue', file), 'utf8'),
				{ columns: true }
			);
			const names = Object.keys(rows[0] ?? {}).map((column) => sql.identifier(column));
			const values = rows.map(
				(row) =>
					sql`(${sql.join(
						Object.values(row).map((value) => (value === '' ? sql`null` : sql`${value}`)),
						sql`, `
					)})`
			);
			await tx.execute(
				sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)})
					values ${sql.join(values, sql`, `)} on conflict do nothing`
			);
		}
	});
}
