import type { Database, DatabaseAccess } from './database.ts';

/**
 * Opens, in another thread, the database that the server has opened.
 *
 * @param command what the thread does, for others that wait for it
 */
export async function openAccess(access: DatabaseAccess, command: string): Promise<Database> {
	if ('url' in access) {
		const { openServer } = await import('./server.ts');
		return openServer(access.url, command);
	}
	const { useEmbedded } = await import('./embedded/embedded.ts');
	return useEmbedded(access.port);
}
