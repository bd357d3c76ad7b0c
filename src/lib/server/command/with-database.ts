import { seedCatalogue } from '../data/seed-catalogue.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open.ts';
import { DatabaseUnavailable } from '../db/unavailable.ts';
import { readSettings } from '../settings.ts';

/**
 * Opens the database that the environment names, for as long as the work takes. An embedded database that a running
 * server has open is used through the server.
 *
 * @param command its name, which another process sees while this one holds the database
 * @throws DatabaseUnavailable
 */
export async function withDatabase<T>(
	command: string,
	work: (database: Database) => Promise<T>
): Promise<T> {
	const database = await openOrShare(`npm run data -- ${command}`);
	try {
		await seedCatalogue(database.db);
		return await work(database);
	} finally {
		await database.close();
	}
}

async function openOrShare(command: string): Promise<Database> {
	const settings = readSettings();
	try {
		return await openDatabase(settings, command);
	} catch (error) {
		if (!(error instanceof DatabaseUnavailable) || error.reason.code !== 'locked') throw error;
		const { openShared } = await import('../db/embedded/shared-database.ts');
		const shared = await openShared(settings.dataDir);
		if (!shared) throw error;
		return shared;
	}
}
