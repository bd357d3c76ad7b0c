import type { MessagePort } from 'node:worker_threads';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** What queries are given: the database, or a transaction on it, of either driver. */
export type Queryable = PgDatabase<PgQueryResultHKT, typeof schema>;

/** How another thread reaches an open database: by its address, or by a port that is handed over to it alone. */
export type DatabaseAccess = { url: string } | { port: MessagePort };

/** An open database. */
export interface Database {
	kind: 'pglite' | 'postgres';
	db: Queryable;
	/** Writes a snapshot where that is ours to do (embedded only) and returns its path. */
	snapshot(): Promise<string | null>;
	/** Forces to disk what was written; a PostgreSQL server does so by itself. */
	flush(): Promise<void>;
	access(): DatabaseAccess;
	/** How many transactions have changed something since the database was made (embedded only). */
	changes(): Promise<string | null>;
	/** Resolves when the database ended without being closed (embedded only). */
	ended: Promise<void>;
	close(): Promise<void>;
}

/**
 * Runs SQL and returns its rows.
 *
 * The drivers differ (`{ rows }` or an array); this is the one place that knows. Cast numbers and dates in
 * the SQL (`::int`, `::float8`, `::text`), since the drivers also read those differently.
 */
export async function rowsOf<Row>(db: Queryable, query: SQL): Promise<Row[]> {
	const result: unknown = await db.execute(query);
	if (Array.isArray(result)) return result as Row[];
	return (result as { rows: Row[] }).rows;
}

/** The single row of a query that always has one. */
export async function rowOf<Row>(db: Queryable, query: SQL): Promise<Row> {
	const [row] = await rowsOf<Row>(db, query);
	if (row === undefined) throw new Error('The query returned no row.');
	return row;
}
