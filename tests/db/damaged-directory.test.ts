import {
	closeSync,
	cpSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowOf } from '#lib/server/db/database.ts';
import { openEmbedded, restoreEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { isDamaged } from '#lib/server/db/is-damaged.ts';
import { DatabaseUnavailable } from '#lib/server/db/unavailable.ts';
import { getDataState } from '#lib/server/queries/data-state.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { boundaries, load } from './imports.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const sound = join(folder.path, 'sound');
let snapshot: string;
/** The file of the table of units, within `pgdata`. */
let unitFile: string;

beforeAll(async () => {
	const database = await openEmbedded(sound, 'test');
	await load(database, boundaries(folder.write('units.geojson', collection(grid(3, 3)))));
	snapshot = (await database.snapshot()) ?? '';
	const found = await rowOf<{ file: string }>(
		database.db,
		sql`select pg_relation_filepath('unit') as file`
	);
	unitFile = found.file;
	await database.close();
}, 120_000);

/** A copy of the sound directory. */
function copyOfSound(name: string): string {
	const dataDir = join(folder.path, name);
	cpSync(sound, dataDir, { recursive: true });
	return dataDir;
}

/** Overwrites the second half of a file's first page, as a write that was cut short does. */
function tear(path: string): void {
	const file = openSync(path, 'r+');
	writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 4096);
	closeSync(file);
}

const filesOf = (directory: string) =>
	readdirSync(directory)
		.map((name) => join(directory, name))
		.filter((path) => statSync(path).isFile());

const DAMAGES: Record<string, (pgdata: string) => void> = {
	'the log is gone': (pgdata) => filesOf(join(pgdata, 'pg_wal')).forEach((file) => rmSync(file)),
	'the log is garbage': (pgdata) =>
		filesOf(join(pgdata, 'pg_wal')).forEach((file) =>
			writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5))
		),
	'the control file is garbage': (pgdata) =>
		writeFileSync(join(pgdata, 'global/pg_control'), Buffer.alloc(8192, 0xa5)),
	'the control file is empty': (pgdata) => truncateSync(join(pgdata, 'global/pg_control')),
	'pages are torn': (pgdata) =>
		filesOf(join(pgdata, 'base/5'))
			.filter((file) => statSync(file).size >= 8192)
			.forEach(tear),
	'files are cut off': (pgdata) =>
		filesOf(join(pgdata, 'base/5')).forEach((file) => truncateSync(file)),
	'the tables are gone': (pgdata) => rmSync(join(pgdata, 'base'), { recursive: true }),
	'the version file is gone': (pgdata) => rmSync(join(pgdata, 'PG_VERSION'))
};

it.each(Object.entries(DAMAGES))(
	'names the newest snapshot when %s, and keeps the directory',
	async (damage, apply) => {
		const dataDir = copyOfSound(damage.replaceAll(' ', '-'));
		const newest = snapshot.replace(sound, dataDir);
		apply(join(dataDir, 'pgdata'));
		const before = readdirSync(join(dataDir, 'pgdata')).length;
		const refused = await openEmbedded(dataDir, 'test').catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(DatabaseUnavailable);
		expect((refused as DatabaseUnavailable).reason).toMatchObject({
			code: 'directory-broken',
			dataDir: join(dataDir, 'pgdata'),
			snapshot: newest
		});
		expect(readdirSync(join(dataDir, 'pgdata')).length).toBeGreaterThanOrEqual(before);
	},
	60_000
);

it('restores the copy that it names', async () => {
	const dataDir = join(folder.path, 'pages-are-torn');
	await restoreEmbedded(dataDir, snapshot.replace(sound, dataDir), 'test');
	const database = await openEmbedded(dataDir, 'test');
	expect((await getDataState(database.db)).units).toBe(9);
	await database.close();
}, 60_000);

it('recognises damage that shows only when a table is read', async () => {
	const dataDir = copyOfSound('one-table');
	tear(join(dataDir, 'pgdata', unitFile));
	const database = await openEmbedded(dataDir, 'test');
	const failed = await getDataState(database.db).catch((error: unknown) => error);
	expect(isDamaged(failed)).toBe(true);
	await database.close().catch(() => undefined);
}, 60_000);

it('does not take other errors for damage', async () => {
	const database = await openEmbedded(copyOfSound('other-error'), 'test');
	const failed = await database.db.execute(sql`select 1/0`).catch((error: unknown) => error);
	expect(failed).toBeInstanceOf(Error);
	expect(isDamaged(failed)).toBe(false);
	await database.close();
}, 60_000);
