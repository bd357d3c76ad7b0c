import type { Settings } from '../settings.ts';
import type { Database } from './database.ts';

/**
 * Opens the database that the settings name: a PostgreSQL server, else the embedded one.
 *
 * @param command what this process does, for the message that a second process would see
 * @param options with `demonstration` a new embedded database may have the demonstration data from the start
 * @throws DatabaseUnavailable
 */
export async function openDatabase(
	settings: Pick<Settings, 'databaseUrl' | 'dataDir'>,
	command: string,
	options: { demonstration?: boolean } = {}
): Promise<Database> {
	// Loaded on demand: the embedded database is 20 MB of WebAssembly that a server set-up never needs.
	if (settings.databaseUrl !== undefined) {
		const { openServer } = await import('./server.ts');
		return openServer(settings.databaseUrl, command);
	}
	const { openEmbedded } = await import('./embedded/embedded.ts');
	return openEmbedded(settings.dataDir, command, options);
}
