import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	healthOf,
	isOpen,
	launchServer,
	OPENING_MS,
	type LaunchedServer
} from './support/second-server.ts';
import { expect, test } from './support/test.ts';

/* A real full disk: a small file system in memory, which only the superuser can mount. Part of `npm run attack`. */

const MEGABYTE = 1024 ** 2;
const DISK_MB = 420;

let disk: string;
let dataDir: string;
test.beforeAll(() => {
	disk = mkdtempSync(join(tmpdir(), 'diaban-full-'));
	dataDir = join(disk, 'data');
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk]);
	if (mounted.status !== 0) throw new Error('Mounting a small disk needs the superuser.');
});
test.afterAll(() => {
	spawnSync('umount', [disk]);
	rmSync(disk, { recursive: true, force: true });
});

/** Fills the disk with a file. */
function fill(name: string): void {
	const file = openSync(join(disk, name), 'w');
	for (const piece of [Buffer.alloc(MEGABYTE), Buffer.alloc(4096)]) {
		while (writes(file, piece));
	}
	closeSync(file);
}

function writes(file: number, piece: Buffer): boolean {
	try {
		writeSync(file, piece);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
		throw error;
	}
}

async function expectReading(server: LaunchedServer): Promise<void> {
	for (const path of ['/', '/table', '/api/overview']) {
		expect((await fetch(`${server.address}${path}`)).status, path).toBe(200);
	}
}

test('fails what writes, each by itself, and goes on reading; the server starts on it', async () => {
	test.setTimeout(600_000);
	const server = await launchServer(dataDir, { MIN_FREE_MB: '0' });
	await isOpen(server);
	const { dataVersion } = await healthOf(server);
	const json = { 'content-type': 'application/json' };
	const upload = (await (
		await fetch(`${server.address}/api/data/files`, {
			method: 'POST',
			headers: { 'x-file-name': 'status.csv' },
			body: readFileSync('data/demo/status.csv')
		})
	).json()) as { id: string };
	fill('fill');
	await expectReading(server);

	const saved = await fetch(`${server.address}/api/stories`, {
		method: 'POST',
		headers: json,
		body: JSON.stringify({ title: 'a', slides: [] })
	});
	expect(saved.status).toBe(507);
	const undone = await fetch(`${server.address}/api/data/sources/1`, { method: 'DELETE' });
	expect(undone.status).toBe(507);
	const sent = await fetch(`${server.address}/api/data/files`, {
		method: 'POST',
		headers: { 'x-file-name': 'b.csv' },
		body: readFileSync('data/demo/indicators.csv')
	});
	expect(sent.status).toBe(507);
	const job = (await (
		await fetch(`${server.address}/api/data/jobs`, {
			method: 'POST',
			headers: json,
			body: JSON.stringify({ task: 'load', subject: 'status', file: upload.id, importedBy: 'a' })
		})
	).json()) as { id: string };
	const stateOf = async () =>
		(await (await fetch(`${server.address}/api/data/jobs/${job.id}`)).json()) as {
			state: string;
			failure: string | null;
		};
	await expect.poll(async () => (await stateOf()).state, { timeout: 60_000 }).not.toBe('running');
	expect(await stateOf()).toMatchObject({ state: 'failed', failure: 'disk-full' });
	await expectReading(server);
	expect((await healthOf(server)).dataVersion).toBe(dataVersion);

	await server.end('SIGKILL');
	fill('fill-2');
	// The reserve of the data directory makes room for the start.
	const again = await launchServer(dataDir);
	await isOpen(again);
	await expectReading(again);
	expect((await healthOf(again)).dataVersion).toBe(dataVersion);

	await again.end('SIGKILL');
	fill('fill-3');
	const waiting = await launchServer(dataDir);
	await expect
		.poll(async () => (await healthOf(waiting)).reason?.code, { timeout: OPENING_MS })
		.toBe('disk-full');
	// It goes on by itself once there is room.
	rmSync(join(disk, 'fill'));
	await isOpen(waiting);
	await waiting.end('SIGTERM');
});
