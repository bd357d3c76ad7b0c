import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import type { Queryable } from '../db/database.ts';

/** The tables of the catalogue and their files in `data/catalogue`; headings are column names. */
const TABLES = {
	indicator: 'indicators.csv',
	track: 'tracks.csv',
	programme: 'programmes.csv',
	indicator_limit: 'limits.csv',
	indicator_heading: 'headings.csv'
};

/** Fills tracks, programmes and indicators where they are missing; rows that a province edited stay. */
export async function seedCatalogue(db: Queryable): Promise<void> {
	await db.transaction(async (tx) => {
		for (const [table, file] of Object.entries(TABLES)) {
			const rows: Record<string, string>[] = parse(readFileSync(resolve('data/catalogue', file)), {
				columns: true
			});
			const names = Object.keys(rows[0] ?? {}).map((column) => sql.identifier(column));
			const values = rows.map(
				(row) =>
					sql`(${sql.join(
						Object.values(row).map((value) => (value === '' ? sql`null` : sql`${value}`)),
						sql`, `
					)})`
			);
			// One statement a table: this is done at every start.
			await tx.execute(
				sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)})
					values ${sql.join(values, sql`, `)} on conflict do nothing`
			);
		}
	});
}
