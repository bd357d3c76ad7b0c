import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startApp } from './app.ts';
import { report, say, type Wanted } from './measurement.ts';

export const READER_NAMES = ['readers-with-atlases', 'readers-memory'];

const READERS = 10;
const ATLASES = 2;
const ROUNDS = 6;
/** Readers without atlases, then with them, in turn: a minute of each. */
const ROUND_MS = 10_000;
/** A reader looks at what came before asking again. */
const PAUSE_MS = 100;

/**
 * The time within which 95 of 100 answers come to ten readers while two atlases are drawn, against the same without
 * atlases; and the server's memory after the last round against that after the first.
 *
 * @throws Error when a request is answered by anything but 200
 */
export async function benchReaderLoad(wanted: Wanted): Promise<void> {
	if (!READER_NAMES.some(wanted)) return;
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const app = await startApp(dataDir);
	try {
		const paths = await listPaths(app.url);
		await readFor(ROUND_MS, app.url, paths);
		const idle: number[] = [];
		const busy: number[] = [];
		const memory: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			idle.push(...(await readFor(ROUND_MS, app.url, paths)));
			const ending = { ended: false };
			const drawn = Promise.all(
				Array.from({ length: ATLASES }, () => drawAtlases(app.url, ending))
			);
			busy.push(...(await readFor(ROUND_MS, app.url, paths)));
			ending.ended = true;
			const atlases = (await drawn).reduce((sum, count) => sum + count, 0);
			memory.push(await residentMegabytes(app.url));
			say(`Round ${round + 1}: ${atlases} atlases, ${busy.length} answers in all.`);
		}
		report({
			name: 'readers-with-atlases',
			value: percentile(busy, 0.95),
			unit: 'ms',
			baseline: percentile(idle, 0.95),
			limit: 3
		});
		report({
			name: 'readers-memory',
			value: memory.at(-1) ?? NaN,
			unit: 'MB',
			baseline: memory[0],
			limit: 1.2
		});
	} finally {
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** What a review of the province asks for. */
async function listPaths(url: string): Promise<string[]> {
	const { dataVersion } = (await (await fetch(`${url}/healthz`)).json()) as { dataVersion: number };
	const v = `v=${dataVersion}`;
	const months = ['2026-08', '2026-09', '2026-10'];
	return [
		'/',
		'/table',
		'/api/version',
		...months.map((month) => `/api/frames/2025-07-01/figures/${month}?${v}&track=TTATXH`),
		...['03158', '03127'].map((code) => `/api/communes/${code}?${v}&t=2026-10`)
	];
}

/** Durations of the answers to ten readers, in milliseconds. */
async function readFor(ms: number, url: string, paths: readonly string[]): Promise<number[]> {
	const until = performance.now() + ms;
	const took: number[] = [];
	const reader = async (first: number) => {
		for (let at = first; performance.now() < until; at++) {
			const asked = performance.now();
			const path = paths[at % paths.length] ?? '/';
			const response = await fetch(url + path);
			await response.arrayBuffer();
			if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
			took.push(performance.now() - asked);
			await setTimeout(PAUSE_MS);
		}
	};
	await Promise.all(Array.from({ length: READERS }, (_, at) => reader(at)));
	return took;
}

/** Draws one atlas after another until told; @returns how many */
async function drawAtlases(url: string, ending: { ended: boolean }): Promise<number> {
	let count = 0;
	while (!ending.ended) {
		const response = await fetch(`${url}/export/map/atlas.pdf?t=2026-10`);
		await response.arrayBuffer();
		if (response.status !== 200) throw new Error(`atlas: ${response.status}`);
		count++;
	}
	return count;
}

async function residentMegabytes(url: string): Promise<number> {
	const text = await (await fetch(`${url}/metrics`)).text();
	const bytes = /^process_resident_memory_bytes (\S+)/m.exec(text)?.[1];
	return Number(bytes) / 1024 ** 2;
}

function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}
