import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '#lib/server/db/embedded/directory-lock.ts';
import { openEmbedded, restoreEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { DatabaseUnavailable, type UnavailableReason } from '#lib/server/db/unavailable.ts';
import { getDataState } from '#lib/server/queries/data-state.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { ended, linesOf, spawnScript } from './children.ts';
import { boundaries, load } from './imports.ts';

async function reasonOf(attempt: () => unknown): Promise<UnavailableReason> {
	try {
		await attempt();
	} catch (error) {
		if (error instanceof DatabaseUnavailable) return error.reason;
		throw error;
	}
	throw new Error('It was not refused.');
}

async function firstLine(child: ReturnType<typeof spawnScript>): Promise<string> {
	for await (const line of linesOf(child)) return line;
	return '';
}

describe('the data directory', () => {
	const folder = temporaryFolder();
	afterAll(() => folder.remove());
	const hold = (directory: string) => spawnScript('tests/fixtures/hold-directory.ts', [directory]);

	it('is refused to a second process, which is told who has it', async () => {
		const directory = join(folder.path, 'held');
		const child = hold(directory);
		expect(await firstLine(child)).toBe('locked');
		expect(await reasonOf(() => openEmbedded(directory, 'test'))).toMatchObject({
			code: 'locked',
			holder: `hold-directory (pid ${child.pid})`,
			dataDir: directory
		});
		child.stdin?.end();
		expect(await ended(child)).toBe(0);
		expect(existsSync(join(directory, 'lock.json'))).toBe(false);
		lockDirectory(directory, 'test')();
	});

	it('is taken over from a process that was killed', async () => {
		const directory = join(folder.path, 'killed');
		const child = hold(directory);
		expect(await firstLine(child)).toBe('locked');
		child.kill('SIGKILL');
		await ended(child);
		expect(existsSync(join(directory, 'lock.json'))).toBe(true);
		const unlock = lockDirectory(directory, 'test');
		expect((await reasonOf(() => lockDirectory(directory, 'again'))).code).toBe('locked');
		unlock();
	});

	it('is taken over when the pid went to another program since', () => {
		const directory = join(folder.path, 'reused');
		lockDirectory(directory, 'test')();
		const holder = { pid: 1, processStart: 'another', command: 'test', since: '' };
		folder.write('reused/lock.json', JSON.stringify(holder));
		lockDirectory(directory, 'test')();
	});

	it('goes to one of several processes that want it at once', async () => {
		const directory = join(folder.path, 'wanted');
		const children = Array.from({ length: 4 }, () => hold(directory));
		const answers = await Promise.all(children.map(firstLine));
		expect(answers.sort()).toEqual([
			'locked',
			'refused locked',
			'refused locked',
			'refused locked'
		]);
		for (const child of children) child.stdin?.end();
		await Promise.all(children.map(ended));
	});

	it('is reported when it cannot be written', async () => {
		// A file where the folder should be: also the superuser cannot write into that.
		const file = folder.write('file', '');
		const reason = await reasonOf(() => openEmbedded(join(file, 'data'), 'test'));
		expect(reason).toMatchObject({ code: 'directory-not-writable', dataDir: join(file, 'data') });
	});

	it('keeps its data over reopening, a snapshot and a restore', async () => {
		const directory = join(folder.path, 'data');
		const first = await openEmbedded(directory, 'test');
		await load(first, boundaries(folder.write('units.geojson', collection(grid(3, 3)))));
		const snapshot = (await first.snapshot()) ?? '';
		const more = boundaries(folder.write('more.geojson', collection(grid(2, 1, 20_001))));
		await load(first, { ...more, acceptTopology: true });
		await first.close();

		const unitsNow = async () => {
			const database = await openEmbedded(directory, 'test');
			const { units } = await getDataState(database.db);
			await database.close();
			return units;
		};
		expect(await unitsNow()).toBe(11);
		await restoreEmbedded(directory, snapshot, 'test');
		expect(await unitsNow()).toBe(9);
		const broken = folder.write('broken.tar.gz', 'not a copy');
		await expect(restoreEmbedded(directory, broken, 'test')).rejects.toThrow();
		expect(await unitsNow()).toBe(9);
	}, 300_000);
});
