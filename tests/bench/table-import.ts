import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { openTestPostgres } from '../../scripts/test-postgres.mjs';
import { startApp } from './app.ts';
import { median, report, reportSkipped, say } from './measurement.ts';
import { runTableChild } from './table-process.ts';

export const TABLE_IMPORT = [
	'table-xlsx-postgres',
	'table-xlsx-embedded',
	'table-csv-postgres',
	'table-csv-embedded',
	'table-xlsx-peak-memory',
	'table-import-healthz-p95'
];

/** Rows of a long table: a commune, an indicator, a month and a value each. */
const ROWS = 100_000;
const ROUNDS = 3;
const XLSX_LIMIT = 1.5;
const CSV_LIMIT = 3;
const HEALTHZ_LIMIT = 5;

/** A hundred thousand figures from xlsx and csv, against reading alone and `\copy`. */
export async function benchTableImport(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const postgres = await openTestPostgres();
	try {
		const csv = join(folder, 'figures.csv');
		const xlsx = join(folder, 'figures.xlsx');
		const clean = join(folder, 'clean.csv');
		await writeTables(csv, xlsx, clean);
		const reading = median(rounds(() => runTableChild('read', xlsx).ms));
		if ('url' in postgres) {
			const { url } = postgres;
			const copying = median(rounds(() => copy(url, clean, folder)));
			const whole = rounds(() => runTableChild('import', xlsx, url));
			const ms = (each: { ms: number }) => each.ms;
			report({
				name: 'table-xlsx-postgres',
				value: median(whole.map(ms)),
				unit: 'ms',
				baseline: reading,
				limit: XLSX_LIMIT
			});
			report({
				name: 'table-csv-postgres',
				unit: 'ms',
				baseline: copying,
				limit: CSV_LIMIT,
				value: median(rounds(() => runTableChild('import', csv, url)).map(ms))
			});
			report({
				name: 'table-xlsx-peak-memory',
				unit: 'MB',
				value: median(whole.map(({ peakMb }) => peakMb))
			});
		} else {
			const missing = `${postgres.missing} (name a server with PostGIS in TEST_DATABASE_URL)`;
			reportSkipped(
				['table-xlsx-postgres', 'table-csv-postgres', 'table-xlsx-peak-memory'],
				missing
			);
		}
		report({
			name: 'table-xlsx-embedded',
			unit: 'ms',
			baseline: reading,
			limit: XLSX_LIMIT,
			value: median(rounds(() => runTableChild('import', xlsx, '').ms))
		});
		report({
			name: 'table-csv-embedded',
			unit: 'ms',
			value: median(rounds(() => runTableChild('import', csv, '').ms))
		});
		await measureHealthz(xlsx);
	} finally {
		if ('stop' in postgres) postgres.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

function rounds<T>(measure: () => T): T[] {
	return Array.from({ length: ROUNDS }, measure);
}

/** Every commune code of the demonstration's first frame stands for a thousand made ones. */
async function writeTables(csv: string, xlsx: string, clean: string): Promise<void> {
	const heading = ['unit_code', 'indicator', 'period', 'value'];
	const rows = Array.from({ length: ROWS }, (_, at): [string, string, string, number] => {
		const month = (at % 96) + 1;
		const unit = Math.floor(at / 96) % 1100;
		const year = 2017 + Math.floor((month - 1) / 12);
		const period = `${String(((month - 1) % 12) + 1).padStart(2, '0')}/${year}`;
		return [String(20_001 + unit), 'C01', period, (at * 7) % 5];
	});
	writeFileSync(csv, [heading, ...rows].map((row) => row.join(',')).join('\n'));
	writeFileSync(clean, rows.map(toCleanRow).join('\n'));
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: xlsx });
	const sheet = workbook.addWorksheet('Figures');
	for (const row of [heading, ...rows]) sheet.addRow(row).commit();
	await workbook.commit();
}

/** The row as the table keeps it: units are numbered in the order of their codes. */
function toCleanRow([code, indicator, period, value]: [string, string, string, number]): string {
	const [month = '', year = ''] = period.split('/');
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	const days = [`${year}-${month}-01`, `${year}-${month}-${last}`];
	return [Number(code) - 20_000, indicator, ...days, 'calendar', value, 1].join(',');
}

/**
 * Milliseconds that `psql` takes to copy the same rows, clean and resolved, into the same table, with its
 * constraints and indexes.
 */
function copy(url: string, clean: string, folder: string): number {
	runTableChild('prepare', clean, url);
	const script = join(folder, 'copy.sql');
	const columns = 'unit_id, indicator_code, period_start, period_end, scheme, value, source_id';
	writeFileSync(script, `\\timing on\n\\copy observation (${columns}) from '${clean}' csv\n`);
	const { stdout, stderr, status } = spawnSync('psql', ['-X', '-f', script, url], {
		encoding: 'utf8'
	});
	const [, ms] = /COPY \d+\s+Time: ([\d.]+) ms/.exec(stdout) ?? [];
	if (status !== 0 || ms === undefined) throw new Error(stderr);
	return Number(ms);
}

/** How the server answers while it checks the workbook, against how it answers when idle. */
async function measureHealthz(xlsx: string): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const app = await startApp(dataDir);
	try {
		const idle = await samples(app.url, async () => undefined);
		const busy = await samples(app.url, () => checkFile(app.url, xlsx));
		say(`healthz ${idle.length} idle, ${busy.length} while checking`);
		report({
			name: 'table-import-healthz-p95',
			unit: 'ms',
			limit: HEALTHZ_LIMIT,
			value: percentile95(busy),
			baseline: percentile95(idle)
		});
	} finally {
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

const IDLE_MS = 4000;
const PAUSE_MS = 15;

/** Milliseconds of each answer, as long as some work goes on, but for a while at least. */
async function samples(url: string, work: () => Promise<unknown>): Promise<number[]> {
	const taken: number[] = [];
	let done = false;
	const working = Promise.all([work(), pause(IDLE_MS)]).finally(() => (done = true));
	while (!done) {
		const begun = performance.now();
		await (await fetch(`${url}/healthz`)).arrayBuffer();
		taken.push(performance.now() - begun);
		await pause(PAUSE_MS);
	}
	await working;
	return taken;
}

async function checkFile(url: string, xlsx: string): Promise<void> {
	const { readFileSync } = await import('node:fs');
	const sent = await fetch(`${url}/api/data/files`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'figures.xlsx' },
		body: readFileSync(xlsx)
	});
	const { id } = (await sent.json()) as { id: string };
	const started = await fetch(`${url}/api/data/jobs`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ task: 'check', subject: 'indicators', file: id })
	});
	let job = (await started.json()) as { id: string; state: string };
	while (job.state === 'running') {
		await pause(200);
		job = (await (await fetch(`${url}/api/data/jobs/${job.id}`)).json()) as typeof job;
	}
}

function percentile95(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
