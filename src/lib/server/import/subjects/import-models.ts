import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../db/database.ts';
import { FileRun } from '../file-run.ts';
import { importSites } from './import-sites.ts';
import { readDates, rejectDuplicates } from './model-rows.ts';
import { openRecords, type TableOptions } from '../tables/open-tables.ts';
import type { TableRecord } from '../tables/read-records.ts';
import { isReadableFile } from '../readable-file.ts';

/** Community models (types) and, in a second file, their sites in communes. */
export interface ModelRequest extends TableOptions {
	subject: 'models';
	file: string;
	sites?: string | undefined;
}

/** Loads model types and their sites. */
export async function importModels(run: FileRun, request: ModelRequest): Promise<void> {
	const { sites } = request;
	if (sites !== undefined && !existsSync(sites))
		run.problems.stop('file-not-found', { value: sites });
	if (sites !== undefined && !isReadableFile(sites)) {
		run.problems.stop('file-unreadable', { value: sites });
	}
	const { records: types } = await openRecords(run, 'models', request);
	if (sites !== undefined) {
		const both = Buffer.concat([readFileSync(request.file), readFileSync(sites)]);
		run.identify(createHash('sha256').update(both).digest('hex'), both.length);
		await run.refuseWhenLoadedBefore();
	}
	await importTypes(run, types);
	if (sites === undefined) return;

	// Sites are a file of their own with problems of their own, in the same source.
	const sitesRun = new FileRun(run.tx, sites, 'model-sites', run.sourceId);
	try {
		await importSites(sitesRun);
	} finally {
		run.problems.take(sitesRun.problems);
		run.read += sitesRun.read;
		run.written += sitesRun.written;
	}
}

async function importTypes(run: FileRun, rows: readonly TableRecord[]): Promise<void> {
	const recorded = await rowsOf<{ code: string; source: number }>(
		run.tx,
		sql`select code, source_id as source from community_model`
	);
	rejectDuplicates(run, rows, 'model_code', recorded);
	for (const row of rows) {
		if (row.get('name_vi') === '') {
			run.problems.error('value-missing', row.at('name_vi'));
		}
		const { founded, retired } = readDates(run, row);
		if (run.problems.counts.errors > 0) continue;
		await run.tx.execute(sql`
			insert into community_model (code, name_vi, name_en, founded_on, retired_on, replicated_from,
				source_id)
			values (${row.get('model_code')}, ${row.get('name_vi')}, ${row.get('name_en') || row.get('name_vi')},
				${founded}::date, ${retired}::date, ${row.get('replicated_from') || null}, ${run.sourceId})`);
	}
	run.problems.refuseIfWrong();
	run.written = rows.length;
}
