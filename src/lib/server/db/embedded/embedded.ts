import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '../database.ts';
import type { MessagePort } from 'node:worker_threads';
import { EmbeddedClient, EmbeddedThread } from './client.ts';
import { countChanges } from './count-changes.ts';
import { lockDirectory } from './directory-lock.ts';
import { shareDatabase } from './share-database.ts';
import { MIGRATIONS_FOLDER, migrationsHash } from '../migrations.ts';
import * as schema from '../schema.ts';
import { isDiskFull } from '../is-disk-full.ts';
import { DatabaseUnavailable } from '../unavailable.ts';
import { demonstrationCopyPath } from './demonstration-copy.ts';
import { directoryBroken } from './directory-broken.ts';
import { keepSnapshot, removeUnfinished } from './snapshots.ts';
import { findPostgisBundle } from './postgis-bundle.ts';
import { writeWhole } from './write-whole.ts';
import { cachePath } from '../../resources.ts';

/**
 * Opens the embedded database (PGlite with PostGIS), creating it at the first time.
 *
 * The directory is locked for this process. PGlite does not flush to disk: a killed process loses nothing, a power
 * cut may. So `flush` is called after each import, and snapshots are written.
 *
 * @param command what this process does, for the lock's message
 * @param options with `demonstration` a new database has the demonstration data from the start, where a build has
 * prepared that
 * @throws DatabaseUnavailable when the directory is locked, not writable or broken
 */
export async function openEmbedded(
	dataDir: string,
	command: string,
	{ demonstration = false } = {}
): Promise<Database> {
	const unlock = lockDirectory(dataDir, command);
	try {
		removeUnfinished(dataDir);
		const directory = join(dataDir, 'pgdata');
		const former = join(dataDir, 'pgdata.former');
		// A restore was cut short between its two renames: what was there before is still the data.
		if (!existsSync(directory) && existsSync(former)) renameSync(former, directory);
		if (!existsSync(directory)) {
			const ready = demonstration ? readDemonstration() : undefined;
			await createFrom(ready ?? (await template()), directory);
		}
		// Without this file PGlite would take the directory for a new one, and empty it.
		else if (!existsSync(join(directory, 'PG_VERSION'))) {
			throw directoryBroken(dataDir, 'PG_VERSION is missing.');
		}
		const client = await openClient(dataDir, directory);
		return await toDatabase(client, dataDir, unlock);
	} catch (error) {
		unlock();
		throw isDiskFull(error) ? new DatabaseUnavailable({ code: 'disk-full', dataDir }) : error;
	}
}

/**
 * Uses an embedded database that another thread opened. Snapshots are the owner's: it writes one before it
 * hands the port on.
 */
export async function useEmbedded(port: MessagePort): Promise<Database> {
	const { drizzle } = await import('drizzle-orm/pglite');
	const client = new EmbeddedClient(port);
	return {
		kind: 'pglite',
		db: drizzle(client.asPglite(), { schema }),
		snapshot: async () => null,
		flush: () => client.flush(),
		access: () => {
			throw new Error('Only the owner hands out ports.');
		},
		changes: () => countChanges(client),
		ended: new Promise<void>((resolve) => port.once('close', resolve)),
		close: async () => port.close()
	};
}

/** Opens a database in memory; for tests. */
export async function openInMemory(): Promise<Database> {
	const client = await EmbeddedThread.open({ directory: undefined, dump: await template() });
	return toDatabase(client, null, () => undefined);
}

/**
 * Replaces the embedded database by a snapshot. The former directory is kept beside it until the new one
 * has been opened once.
 */
export async function restoreEmbedded(
	dataDir: string,
	snapshotFile: string,
	command: string
): Promise<void> {
	const unlock = lockDirectory(dataDir, command);
	try {
		const directory = join(dataDir, 'pgdata');
		const former = join(dataDir, 'pgdata.former');
		const restored = join(dataDir, 'pgdata.restored');
		rmSync(restored, { recursive: true, force: true });
		await createFrom(new Blob([readFileSync(snapshotFile)]), restored);
		rmSync(former, { recursive: true, force: true });
		if (existsSync(directory)) renameSync(directory, former);
		renameSync(restored, directory);
		rmSync(former, { recursive: true, force: true });
	} finally {
		unlock();
	}
}

async function openClient(dataDir: string, directory: string): Promise<EmbeddedThread> {
	try {
		const opening = EmbeddedThread.open({ directory, dump: undefined });
		// Read while the thread opens: it is the longest part of a start.
		await Promise.allSettled([import('drizzle-orm/pglite'), import('drizzle-orm/pglite/migrator')]);
		const client = await opening;
		await bringUpToDate(client);
		return client;
	} catch (error) {
		if (isDiskFull(error)) throw error;
		throw directoryBroken(dataDir, error instanceof Error ? error.message : String(error));
	}
}

async function bringUpToDate(client: EmbeddedThread): Promise<void> {
	const { drizzle } = await import('drizzle-orm/pglite');
	const { migrate } = await import('drizzle-orm/pglite/migrator');
	await migrate(drizzle(client.asPglite()), { migrationsFolder: MIGRATIONS_FOLDER });
}

async function toDatabase(
	client: EmbeddedThread,
	dataDir: string | null,
	unlock: () => void
): Promise<Database> {
	const { drizzle } = await import('drizzle-orm/pglite');
	let closed = false;
	const unshare = dataDir === null ? () => undefined : shareDatabase(client, dataDir);
	return {
		kind: 'pglite',
		db: drizzle(client.asPglite(), { schema }),
		snapshot: async () => (dataDir === null ? null : writeSnapshot(client, dataDir)),
		flush: () => client.flush(),
		access: () => ({ port: client.connect() }),
		changes: () => countChanges(client),
		ended: client.ended.then(() => (closed ? new Promise<void>(() => undefined) : undefined)),
		async close() {
			closed = true;
			unshare();
			try {
				await client.close();
			} finally {
				unlock();
			}
		}
	};
}

async function writeSnapshot(client: EmbeddedThread, dataDir: string): Promise<string> {
	const changes = await countChanges(client);
	return keepSnapshot(dataDir, Buffer.from(await client.dump()), changes);
}

/** Fills a new directory under a temporary name and renames it: a directory of the final name is always complete. */
async function createFrom(dump: Blob, directory: string): Promise<void> {
	const unfinished = `${directory}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	const client = await EmbeddedThread.open({ directory: unfinished, dump });
	await client.close();
	renameSync(unfinished, directory);
}

/** The copy of a database with the demonstration data that a build made; undefined without one. */
function readDemonstration(): Blob | undefined {
	const path = demonstrationCopyPath();
	return path !== undefined && existsSync(path) ? new Blob([readFileSync(path)]) : undefined;
}

/** Makes the files that the first start of an installation would have to make. */
export async function prepareCache(): Promise<void> {
	await findPostgisBundle();
	await template();
}

/** An empty database with all migrations; made once for each set of migrations, since that takes ten seconds. */
async function template(): Promise<Blob> {
	const path = cachePath(`database-${migrationsHash()}.tar.gz`);
	if (existsSync(path)) return new Blob([readFileSync(path)]);
	const client = await EmbeddedThread.open({ directory: undefined, dump: undefined });
	await bringUpToDate(client);
	const dump = await client.dump();
	await client.close();
	try {
		mkdirSync(dirname(path), { recursive: true });
		writeWhole(path, Buffer.from(dump));
	} catch {
		// A read-only installation works without the cache; it only starts more slowly.
	}
	return new Blob([dump]);
}
