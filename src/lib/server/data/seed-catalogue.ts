import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '../db/database.ts';
import { dataState, indicator, indicatorHeading, setupChange } from '../db/schema.ts';

/** The tables of the catalogue and their files in `data/catalogue`; headings are column names. */
const TABLES = {
	indicator: 'indicators.csv',
	track: 'tracks.csv',
	programme: 'programmes.csv',
	indicator_limit: 'limits.csv',
	indicator_heading: 'headings.csv'
} as const;
type TableName = keyof typeof TABLES;
/** In the order in which they refer to each other. */
const TABLE_NAMES = [
	'indicator',
	'track',
	'programme',
	'indicator_limit',
	'indicator_heading'
] as const;

/**
 * Proposes tracks, programmes and indicators to a new database, once. From then on they are the province's
 * own: what it changed or took away stays so, also when a later version proposes something else.
 */
export async function seedCatalogue(db: Queryable): Promise<void> {
	const [state] = await db.select({ seeded: dataState.catalogueSeeded }).from(dataState);
	if (state?.seeded) {
		await proposeHeadings(db);
		return;
	}
	await db.transaction(async (tx) => {
		// Of two that start at once on one server, the second waits here and finds it done.
		const [first] = await tx
			.update(dataState)
			.set({ catalogueSeeded: true })
			.where(eq(dataState.catalogueSeeded, false))
			.returning({ id: dataState.id });
		if (!first) return;
		for (const table of TABLE_NAMES) await propose(tx, table, readRows(table));
	});
}

/**
 * Headings came later than the other tables: a database that has its catalogue is given those of its own
 * indicators, as long as nobody has set anything up.
 */
async function proposeHeadings(db: Queryable): Promise<void> {
	const [known] = await db.select().from(indicatorHeading).limit(1);
	const [changed] = await db.select({ id: setupChange.id }).from(setupChange).limit(1);
	if (known || changed) return;
	const codes = new Set(
		(await db.select({ code: indicator.code }).from(indicator)).map(({ code }) => code)
	);
	const rows = readRows('indicator_heading').filter((row) => codes.has(row.indicator_code ?? ''));
	if (rows.length > 0) await propose(db, 'indicator_heading', rows);
}

function readRows(table: TableName): Record<string, string>[] {
	return parse(readFileSync(resolve('data/catalogue', TABLES[table]), 'utf8'), { columns: true });
}

/** One statement a table; rows that are there stay as they are. */
async function propose(
	db: Queryable,
	table: TableName,
	rows: readonly Record<string, string>[]
): Promise<void> {
	const names = Object.keys(rows[0] ?? {}).map((column) => sql.identifier(column));
	const values = rows.map(
		(row) =>
			sql`(${sql.join(
				Object.values(row).map((value) => (value === '' ? sql`null` : sql`${value}`)),
				sql`, `
			)})`
	);
	await db.execute(
		sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)})
			values ${sql.join(values, sql`, `)} on conflict do nothing`
	);
}
