import { seedCatalogue } from '../data/seed-catalogue.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { readSettings } from '../settings.ts';

/**
 * Opens the database that the environment names, for as long as the work takes.
 *
 * @param command its name, which another process sees while this one holds the database
 * @throws DatabaseUnavailable
 */
export async function withDatabase<T>(
	command: string,
	work: (database: Database) => Promise<T>
): Promise<T> {
	const database = await openDatabase(readSettings(), `npm run data -- ${command}`);
	try {
		await seedCatalogue(database.db);
		return await work(database);
	} finally {
		await database.close();
	}
}
