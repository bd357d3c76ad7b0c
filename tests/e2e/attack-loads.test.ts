import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { isOpen, launchServer, type LaunchedServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

/*
 * Servers that are killed while they load a file, or take a load back: it is there whole or not at all, and what was
 * acknowledged stays. On the embedded database a snapshot is written before each. `npm run attack` does it more often.
 */

const ROUNDS = Number(process.env.ATTACK_ROUNDS ?? 2);
const SITES = 300;
const FILE_NAME = 'tan-cong.csv';
const SERVER_URL = process.env.TEST_DATABASE_URL;

/** New model sites of a commune. */
const file = [
	'site_code,model_code,unit_code,unit_name,name,founded_on',
	...Array.from({ length: SITES }, (_, at) => `TC${at},MH01,03154,Sín Thầu,Điểm ${at},2018-03-01`)
].join('\n');

interface Job {
	id: string;
	state: string;
	failure: string | null;
}

const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;

/** Begins to load the file. @returns the job */
async function beginLoad({ address }: LaunchedServer): Promise<Job> {
	const sent = await fetch(`${address}/api/data/files`, {
		method: 'POST',
		headers: { 'x-file-name': FILE_NAME, 'content-type': 'application/octet-stream' },
		body: file
	});
	const { id } = await json<{ id: string }>(sent);
	const begun = await fetch(`${address}/api/data/jobs`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ task: 'load', subject: 'sites', file: id, importedBy: 'a' })
	});
	return json<Job>(begun);
}

/** Asks about a job until it has ended; undefined when the server ended before it said so. */
async function endOf({ address }: LaunchedServer, { id }: Job): Promise<Job | undefined> {
	try {
		for (;;) {
			const job = await json<Job>(await fetch(`${address}/api/data/jobs/${id}`));
			if (job.state !== 'running') return job;
		}
	} catch {
		return undefined;
	}
}

/** The load, and how many of its sites there are. */
async function found({ address }: LaunchedServer): Promise<{ source?: number; sites: number }> {
	const sources = await json<{ id: number; fileName: string }[]>(
		await fetch(`${address}/api/data/sources`)
	);
	const source = sources.find(({ fileName }) => fileName === FILE_NAME)?.id;
	const { sites } = await json<{ sites: { foundedOn: string; type: string; commune: string }[] }>(
		await fetch(`${address}/api/frames/2025-07-01/sites`)
	);
	const ours = sites.filter(
		({ foundedOn, type, commune }) =>
			foundedOn === '2018-03-01' && type === 'MH01' && commune.includes('Sín Thầu')
	);
	return { ...(source === undefined ? {} : { source }), sites: ours.length };
}

const undo = ({ address }: LaunchedServer, source: number) =>
	fetch(`${address}/api/data/sources/${source}`, { method: 'DELETE' });

async function timed(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

for (const driver of ['pglite', ...(SERVER_URL === undefined ? [] : ['postgres'])]) {
	test(`a load and its undo are whole or not there after a kill, on ${driver}`, async () => {
		test.setTimeout(120_000 + ROUNDS * 120_000);
		const dataDir = mkdtempSync(join(tmpdir(), 'diaban-attack-'));
		const created =
			driver === 'postgres' && SERVER_URL ? await createServerDatabase(SERVER_URL) : undefined;
		const start = async () => {
			const server = await launchServer(dataDir, { DATABASE_URL: created?.url ?? '' });
			await isOpen(server);
			return server;
		};
		try {
			// How long both take undisturbed.
			let server = await start();
			expect(await found(server)).toEqual({ sites: 0 });
			const loadMs = await timed(async () => {
				expect(await endOf(server, await beginLoad(server))).toMatchObject({ state: 'done' });
			});
			const loaded = await found(server);
			expect(loaded.sites).toBe(SITES);
			const undoMs = await timed(async () => expect((await undo(server, loaded.source!)).ok));
			expect(await found(server)).toEqual({ sites: 0 });

			const ends = { loaded: 0, notLoaded: 0, undone: 0, notUndone: 0 };
			for (let round = 0; round < ROUNDS; round++) {
				// Another moment in each round, from at once to a little later than is usual.
				const share = (1.2 * (round + 0.5)) / ROUNDS;
				const told = endOf(server, await beginLoad(server));
				await after(share * loadMs);
				await server.end('SIGKILL');
				server = await start();
				let state = await found(server);
				expect([0, SITES]).toContain(state.sites);
				expect(state.source !== undefined).toBe(state.sites === SITES);
				if ((await told)?.state === 'done') expect(state.sites).toBe(SITES);
				ends[state.sites === SITES ? 'loaded' : 'notLoaded']++;

				if (state.source === undefined) {
					expect(await endOf(server, await beginLoad(server))).toMatchObject({ state: 'done' });
					state = await found(server);
				}
				const undone = undo(server, state.source!).then(
					({ ok }) => ok,
					() => false
				);
				await after(share * undoMs);
				await server.end('SIGKILL');
				server = await start();
				state = await found(server);
				expect([0, SITES]).toContain(state.sites);
				expect(state.source !== undefined).toBe(state.sites === SITES);
				if (await undone) expect(state.sites).toBe(0);
				ends[state.sites === SITES ? 'notUndone' : 'undone']++;
				if (state.source !== undefined) expect((await undo(server, state.source)).ok).toBe(true);
			}
			await server.end('SIGTERM');
			test.info().annotations.push({ type: 'ends', description: JSON.stringify(ends) });
			if (driver === 'pglite') {
				const snapshots = readdirSync(join(dataDir, 'snapshots'));
				expect(snapshots.every((name) => name.endsWith('.tar.gz'))).toBe(true);
			}
		} finally {
			await created?.drop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	});
}
