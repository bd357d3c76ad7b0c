import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { ended, linesOf, spawnScript } from './children.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { serverUrl } from './databases.ts';

const KILLS = 20;
const UNITS_A_FILE = 9;

interface Found {
	id: number;
	name: string;
	units: number;
	written: number;
}

/** What one life of the importing process came to. */
interface Life {
	found: Found[];
	committed: number[];
	lastLine: string;
	lastNumber: number;
}

/** Starts an importing process and kills it at its n-th line after the database was opened. */
async function live(
	folder: string,
	first: number,
	killAt: number,
	env: Record<string, string>
): Promise<Life> {
	const child = spawnScript('tests/fixtures/import-loop.ts', [folder, String(first)], env);
	const life: Life = { found: [], committed: [], lastLine: '', lastNumber: first };
	let opened = false;
	let count = 0;
	for await (const line of linesOf(child)) {
		life.lastLine = line;
		if (line.startsWith('failed')) throw new Error(line);
		if (line.startsWith('found')) {
			life.found = JSON.parse(line.slice('found'.length)) as Found[];
			opened = true;
		}
		if (line.startsWith('begin')) life.lastNumber = Number(line.split(' ')[1]);
		if (line.startsWith('committed')) life.committed.push(Number(line.split(' ')[1]));
		if (opened && count++ >= killAt) child.kill('SIGKILL');
	}
	await ended(child);
	expect(child.signalCode, life.lastLine).toBe('SIGKILL');
	return life;
}

describe.each([
	{ driver: 'pglite', skip: false },
	{ driver: 'postgres', skip: serverUrl === undefined }
])('an importing process that is killed, on $driver', ({ driver, skip }) => {
	const folder = temporaryFolder();
	let env: Record<string, string>;
	let drop = async () => undefined as void;
	beforeAll(async () => {
		if (skip) return;
		if (driver === 'pglite' || serverUrl === undefined) {
			env = { DATA_DIR: join(folder.path, 'data') };
		} else {
			const created = await createServerDatabase(serverUrl);
			env = { DATABASE_URL: created.url };
			drop = created.drop;
		}
	});
	afterAll(async () => {
		await drop();
		folder.remove();
	});

	it.skipIf(skip)(
		`loses nothing it acknowledged and leaves nothing half done, ${KILLS} times`,
		async () => {
			const acknowledged = new Set<number>();
			let number = 1;
			let deaths = 0;
			for (; deaths <= KILLS; deaths++) {
				// An import has some 25 lines: all of its moments, and of the first three imports of a life.
				const killAt = (deaths * 23) % 79;
				const life = await live(join(folder.path, 'files'), number, killAt, env);
				const ids = new Set(life.found.map((source) => source.id));
				for (const id of acknowledged) expect(ids, `after death ${deaths}`).toContain(id);
				// At most the one commit that could not be told any more.
				expect(ids.size).toBeLessThanOrEqual(acknowledged.size + deaths);
				for (const source of life.found) {
					expect([source.units, source.written]).toEqual([UNITS_A_FILE, UNITS_A_FILE]);
					acknowledged.add(source.id);
				}
				for (const id of life.committed) acknowledged.add(id);
				number = life.lastNumber + 1;
			}
			expect(acknowledged.size).toBeGreaterThan(KILLS / 4);
		},
		600_000
	);
});
