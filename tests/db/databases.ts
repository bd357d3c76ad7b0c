import { sql } from 'drizzle-orm';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import { rowOf, type Database } from '#lib/server/db/database.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { openServer } from '#lib/server/db/server.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';

/** A database that a test file has for itself. */
export interface TestDatabase extends Database {
	/** Empties it, but for the catalogue, and numbers rows from 1 again. */
	reset(): Promise<void>;
	/** How many rows each table has. */
	counts(): Promise<Record<string, number>>;
}

/** The server to test on; without it, tests run on the embedded database only. */
export const serverUrl = process.env.TEST_DATABASE_URL;

/** The drivers to test, for `describe.each`. */
export const DRIVERS: { driver: Database['kind']; open: () => Promise<TestDatabase> }[] = [
	{ driver: 'pglite', open: async () => prepare(await openInMemory()) },
	...(serverUrl === undefined
		? []
		: [{ driver: 'postgres' as const, open: async () => openOnServer(serverUrl) }])
];

const TABLES = [
	'source',
	'unit',
	'succession',
	'observation',
	'status_event',
	'community_model',
	'model_site',
	'track',
	'programme',
	'target',
	'indicator',
	'boundary_cache'
];

async function prepare(database: Database): Promise<TestDatabase> {
	const { db } = database;
	await seedCatalogue(db);
	return {
		...database,
		async reset() {
			await db.execute(
				sql`truncate source, boundary_cache, closed_period, column_mapping, public_copy, remark, watch_acknowledgement, scenario, story, report_template, province_settings, setup_change restart identity cascade`
			);
			await db.execute(sql`update data_state set demonstration_declined = false`);
		},
		async counts() {
			const counts: Record<string, number> = {};
			for (const table of TABLES) {
				const { count } = await rowOf<{ count: number }>(
					db,
					sql`select count(*)::int as count from ${sql.identifier(table)}`
				);
				counts[table] = count;
			}
			return counts;
		}
	};
}

async function openOnServer(url: string): Promise<TestDatabase> {
	const created = await createServerDatabase(url);
	const database = await prepare(await openServer(created.url));
	return {
		...database,
		async close() {
			await database.close();
			await created.drop();
		}
	};
}
