import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openServer } from '#lib/server/db/server.ts';
import { getDataState } from '#lib/server/queries/data-state.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { serverUrl } from './databases.ts';
import { boundaries, load } from './imports.ts';

describe.skipIf(serverUrl === undefined)('a backup of a PostgreSQL server', () => {
	const folder = temporaryFolder();
	afterAll(() => folder.remove());

	const backup = (url: string, file: string, path = process.env.PATH) =>
		spawnSync(process.execPath, ['scripts/data.mjs', 'backup', file, '--json', '--lang', 'en'], {
			encoding: 'utf8',
			env: { ...process.env, DATABASE_URL: url, PATH: path }
		});

	it('restores to the same data, while the database is in use', async () => {
		const [source, target] = await Promise.all([
			createServerDatabase(serverUrl ?? ''),
			createServerDatabase(serverUrl ?? '')
		]);
		const database = await openServer(source.url);
		await load(database, boundaries(folder.write('units.geojson', collection(grid(3, 3)))));
		const before = await getDataState(database.db);
		const file = join(folder.path, 'server.backup');
		expect(JSON.parse(backup(source.url, file).stdout)).toMatchObject({ outcome: 'backed-up' });
		await database.close();
		// Where PostGIS is there already, only that is reported.
		spawnSync('pg_restore', ['--no-owner', `--dbname=${target.url}`, file]);
		const restored = await openServer(target.url);
		expect(await getDataState(restored.db)).toEqual(before);
		await restored.close();
		await source.drop();
		await target.drop();
	}, 120_000);

	it('names what is missing or refused, and leaves no half file', async () => {
		const file = join(folder.path, 'none.backup');
		const without = backup(serverUrl ?? '', file, '/nowhere');
		expect(JSON.parse(without.stdout)).toMatchObject({ outcome: 'refused' });
		expect(without.stdout).toContain('pg_dump');
		const url = new URL(serverUrl ?? '');
		url.pathname = '/no-such-database';
		const refused = backup(url.href, file);
		expect(refused.stdout).toContain('no-such-database');
		expect(existsSync(file)).toBe(false);
		expect(existsSync(`${file}.part`)).toBe(false);
	});
});
