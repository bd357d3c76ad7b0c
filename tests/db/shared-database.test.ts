import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsOf, type Database } from '#lib/server/db/database.ts';
import { openEmbedded, restoreEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { openShared } from '#lib/server/db/embedded/shared-database.ts';
import { socketPath } from '#lib/server/db/embedded/socket-path.ts';
import { unit } from '#lib/server/db/schema.ts';
import { getDataState } from '#lib/server/queries/data-state.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { boundaries, load } from './imports.ts';

/* A server holds an embedded database; commands use it through the socket beside it. */

const folder = temporaryFolder();
const dataDir = join(folder.path, 'data');
let owner: Database;
beforeAll(async () => {
	owner = await openEmbedded(dataDir, 'server');
}, 60_000);
afterAll(async () => {
	await owner.close();
	folder.remove();
});

async function share(): Promise<Database> {
	const shared = await openShared(dataDir);
	if (!shared) throw new Error('It is not shared.');
	return shared;
}

const unitsOf = async ({ db }: Database) => (await getDataState(db)).units;

it('loads a file through the server, which sees it at once', async () => {
	const command = await share();
	await load(command, boundaries(folder.write('units.geojson', collection(grid(3, 3)))));
	expect(await unitsOf(command)).toBe(9);
	await command.close();
	expect(await unitsOf(owner)).toBe(9);
}, 60_000);

it('takes back what a command had begun that ended in the middle', async () => {
	const command = await share();
	const begun = command.db.transaction(async (tx) => {
		await tx.execute(sql`update unit set name = 'half'`);
		void command.close();
		await tx.execute(sql`select pg_sleep(1)`);
	});
	await expect(begun).rejects.toThrow();
	expect(await owner.db.$count(unit, eq(unit.name, 'half'))).toBe(0);
});

it('writes a copy that restores to the same data while the server runs', async () => {
	const command = await share();
	const snapshot = (await command.snapshot()) ?? '';
	await command.close();
	const restored = join(folder.path, 'restored');
	await restoreEmbedded(restored, snapshot, 'test');
	const database = await openEmbedded(restored, 'test');
	const content = async ({ db }: Database) => {
		const rows = await rowsOf(
			db,
			sql`select code, name, ST_AsText(geom) as shape from unit order by code`
		);
		return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	};
	expect(await content(database)).toBe(await content(owner));
	await database.close();
}, 60_000);

it('is open to this user alone, and gone with the server', async () => {
	expect(statSync(socketPath(dataDir)).mode & 0o077).toBe(0);
	expect(await openShared(join(folder.path, 'nobody'))).toBeUndefined();
	const other = join(folder.path, 'other');
	const database = await openEmbedded(other, 'server');
	expect(existsSync(socketPath(other))).toBe(true);
	await database.close();
	expect(await openShared(other)).toBeUndefined();
}, 60_000);
