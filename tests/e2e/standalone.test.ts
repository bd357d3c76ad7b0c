import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { squareRing } from '../fixtures/boundary-file.ts';
import { archive } from '../fixtures/broken/archive.ts';
import { shapefile } from '../fixtures/shapefile.ts';
import { expect, test } from './support/test.ts';

/* A copy of the folder `build` alone, run from another folder and without the environment of the project. */

let root: string;
let server: ChildProcess;
let address: string;
let output = '';

/** Runs a program of the copied build. */
const env = () => ({ PATH: process.env.PATH, HOME: root, PORT: '0', DATA_DIR: 'data' });
const elsewhere = () => join(root, 'elsewhere');

test.beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'diaban-standalone-'));
	mkdirSync(elsewhere());
	cpSync('build', join(root, 'build'), { recursive: true });
	server = spawn(process.execPath, [join(root, 'build')], {
		cwd: elsewhere(),
		env: env(),
		stdio: ['ignore', 'pipe', 'inherit']
	});
	address = await new Promise<string>((resolve, reject) => {
		server.stdout?.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
			if (found) resolve(found);
		});
		server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
	});
});

test.afterAll(async () => {
	await stop();
	rmSync(root, { recursive: true, force: true });
});

async function stop(): Promise<void> {
	if (server.exitCode !== null) return;
	const gone = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGTERM');
	await gone;
}

test('serves, draws an atlas, solves a plan, loads a shapefile and writes a backup', async ({
	page,
	request
}) => {
	test.setTimeout(300_000);
	await test.step('the database is where it was asked for, beside the caller', async () => {
		await expect
			.poll(async () => (await request.get(`${address}/healthz`)).status(), { timeout: 120_000 })
			.toBe(200);
		expect(existsSync(join(elsewhere(), 'data', 'pgdata'))).toBe(true);
		// An installation that cannot write to its own folder has all that a start needs.
		const ready = readdirSync(join(root, 'build/.cache')).map((name) => name.split('-')[0]);
		expect([...new Set(ready)].toSorted()).toEqual(['database', 'demonstration', 'postgis']);
		await expect.poll(() => output).toMatch(/"event":"database-open".*"demonstrationMs":0\D/);
		const health: unknown = await (await request.get(`${address}/healthz`)).json();
		expect(health).toMatchObject({ units: 304, demo: true });
	});

	await test.step('atlas', async () => {
		const atlas = await request.get(`${address}/export/map/atlas.pdf?t=2026-10`, {
			timeout: 120_000
		});
		expect(atlas.status()).toBe(200);
		expect(atlas.headers()['x-pages']).toBe('45');
		const file = await atlas.body();
		expect(file.subarray(0, 5).toString()).toBe('%PDF-');
		expect(file.subarray(-6).toString()).toContain('%%EOF');
	});

	await test.step('picture', async () => {
		const sheet = await request.get(`${address}/export/map/sheet.png?t=2026-10`);
		expect(sheet.status()).toBe(200);
		expect((await sheet.body()).subarray(1, 4).toString()).toBe('PNG');
	});

	await test.step('plan', async () => {
		await page.goto(`${address}/plan?t=2026-10`);
		await expect(
			page
				.getByRole('region', { name: 'Phương án', exact: true })
				.getByText('Tốt nhất theo yêu cầu này')
		).toBeVisible({ timeout: 60_000 });
	});

	const run = (...args: string[]) =>
		spawnSync(process.execPath, [join(root, 'build/data.js'), ...args, '--json'], {
			cwd: elsewhere(),
			env: env(),
			encoding: 'utf8'
		});

	await test.step('commands reach the server while it runs', async () => {
		const copy = join(root, 'copy.backup');
		expect(JSON.parse(run('backup', copy).stdout)).toMatchObject({ outcome: 'backed-up' });
		expect(readFileSync(copy).length).toBeGreaterThan(1_000_000);
		const listed = JSON.parse(run('sources').stdout) as { sources: unknown[] };
		expect(listed.sources.length).toBeGreaterThan(5);
		expect((await request.get(`${address}/healthz`)).status()).toBe(200);
	});

	await test.step('shapefile, by the command line of the build', async () => {
		// An open page asks the server for its data version, and would complain that it is gone.
		await page.close();
		await stop();
		const ring = (west: number) => squareRing(west, 21.4).toReversed();
		const files = shapefile([
			{ code: '10001', name: 'Xã 10001', ring: ring(103) },
			{ code: '10002', name: 'Xã 10002', ring: ring(103.1) }
		]);
		const file = join(root, 'xa.zip');
		writeFileSync(
			file,
			archive(
				Object.entries({ ...files, '.cpg': Buffer.from('UTF-8') }).map(([ending, content]) => ({
					name: `xa${ending}`,
					content
				}))
			)
		);
		const imported = run(
			...['import', 'boundaries', file, '--valid-from', '2025-07-01', '--replace-demo'],
			...['--crs', 'EPSG:4326', '--accept-topology']
		);
		expect(JSON.parse(imported.stdout), imported.stdout).toMatchObject({ outcome: 'loaded' });
	});
});
