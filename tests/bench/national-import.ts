import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '#lib/server/db/server.ts';
import { openTestPostgres } from '../../scripts/test-postgres.mjs';
import { createServerDatabase } from '../fixtures/server-database.ts';
import type { ImportResult } from './import-child.ts';
import { runImportChild } from './import-process.ts';
import { median, report, reportSkipped, say } from './measurement.ts';
import { NATIONAL, NATIONAL_MISSING } from './samples.ts';

const ROUNDS = 3;
const LIMIT = 0.6;
const UNITS = 3321;

const POSTGRES = [
	'import-national-postgres',
	'import-national-postgres-process',
	'import-national-postgres-peak-memory',
	'import-national-topology'
];
const EMBEDDED = [
	'import-national-embedded',
	'import-national-embedded-peak-memory',
	'import-national-embedded-topology'
];
export const NATIONAL_IMPORT = [...POSTGRES, ...EMBEDDED];

/** Our import of all communes of Vietnam against GDAL's, on the same server. */
export async function benchNationalImport(): Promise<void> {
	if (NATIONAL_MISSING) return reportSkipped(NATIONAL_IMPORT, NATIONAL_MISSING);
	const gdal = hasGdal() ? await onServer() : undefined;
	if (!hasGdal()) reportSkipped(POSTGRES, 'there is no ogr2ogr (Debian package gdal-bin)');

	const loads: ImportResult[] = [];
	for (let round = 0; round < ROUNDS; round++) loads.push(embedded('load'));
	report({
		name: 'import-national-embedded',
		value: median(loads.map(({ loadMs }) => loadMs)),
		unit: 'ms',
		baseline: gdal
	});
	const whole = embedded('import');
	report({ name: 'import-national-embedded-peak-memory', value: whole.peakMb, unit: 'MB' });
	report({ name: 'import-national-embedded-topology', value: whole.topologyMs, unit: 'ms' });
}

/** @returns milliseconds that GDAL takes; undefined without a server */
async function onServer(): Promise<number | undefined> {
	const postgres = await openTestPostgres();
	if ('missing' in postgres) {
		reportSkipped(
			POSTGRES,
			`${postgres.missing} (name a server with PostGIS in TEST_DATABASE_URL)`
		);
		return undefined;
	}
	const whole: ImportResult[] = [];
	const processes: number[] = [];
	const gdal: number[] = [];
	try {
		for (let round = 0; round < ROUNDS; round++) {
			gdal.push(await onFreshDatabase(postgres.url, runGdal));
			whole.push(await onFreshDatabase(postgres.url, (url) => child('import', url)));
			processes.push(await onFreshDatabase(postgres.url, (url) => timed(() => child('load', url))));
			say(
				`ogr2ogr ${gdal.at(-1)} ms, ours ${JSON.stringify(whole.at(-1))}, ${processes.at(-1)} ms`
			);
		}
	} finally {
		postgres.stop();
	}
	const baseline = median(gdal);
	const of = (key: keyof ImportResult) => median(whole.map((each) => each[key]));
	const [load, process, memory, topology] = POSTGRES as [string, string, string, string];
	report({ name: load, value: of('loadMs'), unit: 'ms', baseline, limit: LIMIT });
	report({ name: process, value: median(processes), unit: 'ms', baseline });
	report({ name: memory, value: of('peakMb'), unit: 'MB' });
	report({ name: topology, value: of('topologyMs'), unit: 'ms' });
	return baseline;
}

/** Runs with the address of a database that holds our schema and nothing else. */
async function onFreshDatabase<T>(url: string, work: (url: string) => T): Promise<T> {
	const created = await createServerDatabase(url);
	try {
		await (await openServer(created.url)).close();
		return work(created.url);
	} finally {
		await created.drop();
	}
}

function hasGdal(): boolean {
	return spawnSync('ogr2ogr', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Milliseconds of the whole process. */
function runGdal(url: string): number {
	const { hostname, port, username, password, pathname } = new URL(url);
	const target = Object.entries({
		host: hostname,
		port: port || '5432',
		user: decodeURIComponent(username),
		password: decodeURIComponent(password),
		dbname: pathname.slice(1)
	});
	const connection = target.filter(([, value]) => value !== '').map((each) => each.join('='));
	const args = ['-f', 'PostgreSQL', `PG:${connection.join(' ')}`, NATIONAL];
	return timed(() => {
		const { status, stderr } = spawnSync('ogr2ogr', [...args, '--config', 'PG_USE_COPY', 'YES'], {
			encoding: 'utf8'
		});
		if (status !== 0) throw new Error(`ogr2ogr: ${stderr}`);
	});
}

function timed(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

function embedded(mode: 'import' | 'load'): ImportResult {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	try {
		return child(mode, folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function child(mode: 'import' | 'load', at: string): ImportResult {
	const result = runImportChild(mode, NATIONAL, at);
	if (result.units !== UNITS) throw new Error(`${result.units} units were loaded, not ${UNITS}.`);
	return result;
}
