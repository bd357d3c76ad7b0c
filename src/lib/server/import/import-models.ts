import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { isIsoDate } from '#lib/domain/period.ts';
import { rowsOf } from '../db/database.ts';
import { FileRun } from './file-run.ts';
import { splitKind } from './boundary-fields.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { UnitLookup } from './unit-lookup.ts';

/** Community models (types) and, in a second file, their sites in communes. */
export interface ModelRequest {
	subject: 'models';
	file: string;
	sites?: string | undefined;
}

/** Loads model types and their sites. */
export async function importModels(run: FileRun, request: ModelRequest): Promise<void> {
	const types = await readCsv(run, ['model_code', 'name_vi']);
	for (const row of types) await writeType(run, row);
	run.problems.refuseIfWrong();
	run.written = types.length;
	if (request.sites === undefined) return;
	if (!existsSync(request.sites)) run.problems.stop('file-not-found', { value: request.sites });

	// Sites are a file of their own with problems of their own, in the same source.
	const sitesRun = new FileRun(run.tx, request.sites, 'model-sites', run.sourceId);
	const sites = await readCsv(sitesRun, ['site_code', 'model_code', 'unit_code', 'founded_on']);
	const units = await UnitLookup.load(run.tx);
	const models = new Set(
		(await rowsOf<{ code: string }>(run.tx, sql`select code from community_model`)).map((r) => r.code)
	);
	for (const row of sites) await writeSite(sitesRun, row, units, models);
	for (const problem of sitesRun.problems.listed) run.problems.listed.push(problem);
	run.problems.counts.errors += sitesRun.problems.counts.errors;
	run.problems.refuseIfWrong();
	run.read += sites.length;
	run.written += sites.length;
	const both = Buffer.concat([readFileSync(request.file), readFileSync(request.sites)]);
	run.identify(createHash('sha256').update(both).digest('hex'), both.length);
}

async function writeType(run: FileRun, row: CsvRow): Promise<void> {
	const founded = readDate(run, row, 'founded_on');
	const retired = readDate(run, row, 'retired_on');
	if (run.problems.counts.errors > 0) return;
	await run.tx.execute(sql`
		insert into community_model (code, name_vi, name_en, founded_on, retired_on, replicated_from, source_id)
		values (${row.get('model_code')}, ${row.get('name_vi')}, ${row.get('name_en') || row.get('name_vi')},
			${founded}::date, ${retired}::date, ${row.get('replicated_from') || null}, ${run.sourceId})`);
}

async function writeSite(
	run: FileRun,
	row: CsvRow,
	units: UnitLookup,
	models: Set<string>
): Promise<void> {
	const { problems } = run;
	const code = row.get('site_code');
	const founded = readDate(run, row, 'founded_on');
	const retired = readDate(run, row, 'retired_on');
	if (!models.has(row.get('model_code'))) {
		problems.error('model-unknown', {
			row: row.line,
			column: 'model_code',
			value: row.get('model_code')
		});
	}
	if (founded === null) {
		problems.error('value-missing', { row: row.line, column: 'founded_on' });
		return;
	}
	const unitCode = row.get('unit_code');
	const unitId = units.resolve(
		{
			code: unitCode,
			name: splitKind(row.get('unit_name')).name,
			date: founded,
			row: row.line,
			column: 'unit_code'
		},
		problems,
		// A site may be older than the first boundaries that are loaded.
		units.findFirst(unitCode)
	);
	const teams = Number(row.get('teams') || 0);
	if (!Number.isInteger(teams) || teams < 0) {
		problems.error('number-unreadable', { row: row.line, column: 'teams', value: row.get('teams') });
	}
	if (problems.counts.errors > 0 || unitId === undefined) return;
	const position = (column: string) => (row.get(column) === '' ? null : Number(row.get(column)));
	await run.tx.execute(sql`
		insert into model_site (code, model_code, unit_id, name, founded_on, retired_on, lon, lat, teams,
			replicated_from, source_id)
		values (${code}, ${row.get('model_code')}, ${unitId}, ${row.get('name') || code}, ${founded}::date,
			${retired}::date, ${position('lon')}, ${position('lat')}, ${teams},
			${row.get('replicated_from') || null}, ${run.sourceId})`);
}

function readDate(run: FileRun, row: CsvRow, column: string): string | null {
	const text = row.get(column);
	if (text === '') return null;
	if (isIsoDate(text)) return text;
	run.problems.error('date-unreadable', { row: row.line, column, value: text });
	return null;
}
