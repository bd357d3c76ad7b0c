import ExcelJS from 'exceljs';
import { sql } from 'drizzle-orm';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import type { Database } from '#lib/server/db/database.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { openServer } from '#lib/server/db/server.ts';
import { runImports } from '#lib/server/import/run-imports.ts';

/** What the process prints. */
export interface TableResult {
	ms: number;
	peakMb: number;
}

/** As many communes as the tables name. */
const UNITS = 1100;

const [mode = '', file = '', at = ''] = process.argv.slice(2);
const ms =
	mode === 'read' ? await readOnly() : mode === 'prepare' ? await prepareOnly() : await importAll();
const result: TableResult = { ms, peakMb: process.resourceUsage().maxRSS / 1024 };
console.log(JSON.stringify(result));

/** Reading alone, by the library that we read with, in its ordinary way. */
async function readOnly(): Promise<number> {
	const begun = performance.now();
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.readFile(file);
	if (workbook.worksheets[0]!.rowCount === 0) throw new Error('Nothing was read.');
	return performance.now() - begun;
}

/** Makes a server ready for rows that come in another way. */
async function prepareOnly(): Promise<number> {
	const database = await openServer(at);
	await prepare(database);
	await database.close();
	return 0;
}

async function importAll(): Promise<number> {
	const database = at === '' ? await openInMemory() : await openServer(at);
	try {
		await prepare(database);
		const begun = performance.now();
		const [report] = await runImports(database, [{ subject: 'indicators', file }], {
			importedBy: 'bench',
			demonstration: false,
			sensitivity: 'public',
			dryRun: false,
			replaceDemonstration: false
		});
		const took = performance.now() - begun;
		if (report?.outcome !== 'loaded') throw new Error(JSON.stringify(report?.problems.slice(0, 3)));
		process.stderr.write(`${JSON.stringify(report.timings)} ${report.written} written\n`);
		return took;
	} finally {
		await database.close();
	}
}

/** Empty of figures, with the communes that the tables name: squares side by side. */
async function prepare({ db }: Database): Promise<void> {
	await seedCatalogue(db);
	await db.execute(sql`truncate source restart identity cascade`);
	await db.execute(sql`
		insert into source (subject, file_name, sha256, imported_by, demonstration, sensitivity, counts, report)
		values ('boundaries', 'bench', '', 'bench', false, 'public', '{}', '{}')`);
	await db.execute(sql`
		insert into unit (code, name, kind, level, valid_from, geom, label_lon, label_lat, area_km2, source_id)
		select (20000 + n)::text, 'Commune ' || n, 'Xã', 'commune', '2017-01-01',
			ST_Multi(ST_MakeEnvelope(100 + n * 0.001, 20, 100 + (n + 1) * 0.001, 20.001, 4326)), 100, 20, 1, 1
		from generate_series(1, ${UNITS}::int) n`);
}
