import { sql } from 'drizzle-orm';
import { rowOf, type Database } from '#lib/server/db/database.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import type { BoundaryRequest } from '#lib/server/import/boundaries/boundary-request.ts';
import { FileRun } from '#lib/server/import/file-run.ts';
import { runImports } from '#lib/server/import/run-imports.ts';
import { copyIntoUnits } from '#lib/server/import/boundaries/stage-boundaries.ts';

/**
 * Loads the national file in a process of its own, so that time and memory are its own.
 *
 * Arguments: `import` (all of it) or `load` (reading, validity and writing only, as the import does it),
 * the file, and a server's address or the embedded database's folder.
 */

/** What the process prints. */
export interface ImportResult {
	loadMs: number;
	topologyMs: number;
	peakMb: number;
	units: number;
}

const [mode = '', file = '', at = ''] = process.argv.slice(2);
const database = await openDatabase(
	at.startsWith('postgres')
		? { databaseUrl: at, dataDir: '' }
		: { databaseUrl: undefined, dataDir: at },
	'npm run bench'
);
const request: BoundaryRequest = {
	subject: 'boundaries',
	file,
	level: 'commune',
	validFrom: '2025-07-01',
	validTo: null,
	acceptTopology: true
};
const timings = mode === 'import' ? await importAll(database) : await loadOnly(database);
const { units } = await rowOf<{ units: number }>(
	database.db,
	sql`select count(*)::int as units from unit`
);
await database.close();
const result: ImportResult = {
	loadMs: timings.load ?? NaN,
	topologyMs: timings.topology ?? NaN,
	peakMb: process.resourceUsage().maxRSS / 1024,
	units
};
console.log(JSON.stringify(result));

async function importAll(database: Database): Promise<Record<string, number>> {
	const [report] = await runImports(database, [request], {
		importedBy: 'bench',
		demonstration: false,
		sensitivity: 'public',
		dryRun: false,
		replaceDemonstration: false
	});
	if (report?.outcome !== 'loaded') throw new Error(JSON.stringify(report?.problems.slice(0, 3)));
	return report.timings;
}

async function loadOnly({ db }: Database): Promise<Record<string, number>> {
	return db.transaction(async (tx) => {
		const { id } = await rowOf<{ id: number }>(
			tx,
			sql`insert into source (subject, file_name, sha256, imported_by, demonstration, sensitivity, counts, report)
				values ('boundaries', 'bench', '', 'bench', false, 'public', '{}', '{}') returning id`
		);
		const run = new FileRun(tx, file, 'boundaries', id);
		await run.time('load', () => copyIntoUnits(run, request));
		return run.report('loaded').timings;
	});
}
