import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { ProvinceSettings } from '#lib/domain/setup/province-settings.ts';
import { rowOf, type Database, type Queryable } from '../db/database.ts';
import { removeDemonstration } from './demonstration.ts';
import { FileRun, type Preview } from './file-run.ts';
import { lockLoads } from './lock-loads.ts';
import { withoutFolders } from './without-folders.ts';
import { isReadableFile } from './readable-file.ts';
import { saveProvinceSettings } from './save-province-settings.ts';
import type { BoundaryRequest } from './boundaries/boundary-request.ts';
import { importBoundaries } from './boundaries/import-boundaries.ts';
import { prepareBoundaries, type PreparedBoundaries } from './boundaries/prepare-boundaries.ts';
import {
	importIndicators,
	type IndicatorRequest
} from './subjects/indicators/import-indicators.ts';
import { importModels, type ModelRequest } from './subjects/import-models.ts';
import { importSites, type SiteRequest } from './subjects/import-sites.ts';
import { importStatus, type StatusRequest } from './subjects/import-status.ts';
import { importSuccession, type SuccessionRequest } from './subjects/import-succession.ts';
import { FileRefused } from './problem-list.ts';

export type ImportRequest =
	| BoundaryRequest
	| SuccessionRequest
	| IndicatorRequest
	| StatusRequest
	| ModelRequest
	| SiteRequest;

export interface ImportOptions {
	/** Who loads; kept with the source. */
	importedBy: string;
	/** The data is invented for demonstration. */
	demonstration: boolean;
	sensitivity: string;
	/** Do everything, then take it back. */
	dryRun: boolean;
	/** Remove demonstration data in the same stroke. */
	replaceDemonstration: boolean;
	/** Takes what a person looks at before loading. */
	onPreview?: (part: Preview) => void;
	/** Told what is being done, and how much of it is done where that is known. */
	onProgress?: (step: string, share?: number) => void;
	/** Waits until the database may be used; what needs no database is done before. */
	awaitTurn?: () => Promise<void>;
	/** The province that the files are of; what a person set up stands before that of a demonstration. */
	province?: ProvinceSettings;
}

/** Leaves the transaction without committing. */
class TakenBack extends Error {}

/**
 * Loads files, all or none, in one transaction.
 *
 * A snapshot of the embedded database is written first, and what was loaded is forced to disk. The first refused file
 * ends the run.
 *
 * @returns one report a file that was reached; the load took place when all are `loaded`
 */
export async function runImports(
	database: Database,
	requests: readonly ImportRequest[],
	options: ImportOptions
): Promise<ImportReport[]> {
	const prepared = await prepareFiles(requests, options);
	try {
		await options.awaitTurn?.();
		return await runPrepared(database, requests, options, prepared);
	} finally {
		for (const file of prepared.values()) file.remove();
	}
}

/** Boundary files as they were opened, by their requests. */
type PreparedFiles = ReadonlyMap<ImportRequest, PreparedBoundaries>;

async function prepareFiles(
	requests: readonly ImportRequest[],
	options: ImportOptions
): Promise<PreparedFiles> {
	const prepared = new Map<ImportRequest, PreparedBoundaries>();
	for (const request of requests) {
		if (request.subject !== 'boundaries' || !isReadableFile(request.file)) continue;
		options.onProgress?.('open');
		prepared.set(request, await prepareBoundaries(request));
	}
	return prepared;
}

async function runPrepared(
	database: Database,
	requests: readonly ImportRequest[],
	options: ImportOptions,
	prepared: PreparedFiles
): Promise<ImportReport[]> {
	if (!options.dryRun) await database.snapshot();
	const runs: FileRun[] = [];
	let refused = false;
	try {
		await database.db.transaction(async (tx) => {
			await lockLoads(tx);
			if (options.replaceDemonstration) await removeDemonstration(tx);
			// Before the files: their figures are read in the province's calendar.
			if (options.province) {
				await saveProvinceSettings(tx, options.province, options.demonstration);
			}
			for (const request of requests) {
				const run = await startRun(tx, request, options);
				run.keepPreview = options.onPreview;
				run.onProgress = options.onProgress;
				runs.push(run);
				await importFile(run, request, options, prepared);
				await closeSource(run);
			}
			if (options.dryRun) throw new TakenBack();
		});
	} catch (error) {
		if (error instanceof FileRefused) refused = true;
		else if (!(error instanceof TakenBack)) throw error;
	}
	if (!options.dryRun && !refused) await database.flush();
	return runs.map((run, index) =>
		run.report(
			refused && index === runs.length - 1
				? 'refused'
				: refused || options.dryRun
					? 'would-load'
					: 'loaded'
		)
	);
}

async function startRun(
	tx: Queryable,
	request: ImportRequest,
	options: ImportOptions
): Promise<FileRun> {
	const { id } = await rowOf<{ id: number }>(
		tx,
		sql`insert into source (subject, file_name, sha256, imported_by, demonstration, sensitivity, counts, report)
			values (${request.subject}, ${basename(request.file)}, '', ${options.importedBy},
				${options.demonstration}, ${options.sensitivity}, '{}', '{}')
			returning id`
	);
	return new FileRun(tx, request.file, request.subject, id);
}

async function importFile(
	run: FileRun,
	request: ImportRequest,
	options: ImportOptions,
	prepared: PreparedFiles
): Promise<void> {
	const { problems } = run;
	if (!existsSync(request.file)) problems.stop('file-not-found');
	if (!isReadableFile(request.file)) problems.stop('file-unreadable');
	if (options.sensitivity === 'state-secret') problems.stop('state-secret');
	if (!options.demonstration && (await holdsDemonstration(run.tx))) {
		problems.stop('demonstration-present');
	}
	switch (request.subject) {
		case 'boundaries':
			await importBoundaries(run, request, prepared.get(request)!);
			break;
		case 'succession':
			await importSuccession(run, request);
			break;
		case 'indicators':
			await importIndicators(run, request);
			break;
		case 'status':
			await importStatus(run, request);
			break;
		case 'models':
			await importModels(run, request);
			break;
		case 'sites':
			await importSites(run, request);
			break;
	}
	problems.refuseIfWrong();
}

async function holdsDemonstration(tx: Queryable): Promise<boolean> {
	const { held } = await rowOf<{ held: boolean }>(
		tx,
		sql`select exists (select from source where demonstration) as held`
	);
	return held;
}

async function closeSource(run: FileRun): Promise<void> {
	const report = run.report('loaded');
	const counts = { read: report.read, written: report.written };
	await run.tx.execute(sql`
		update source set sha256 = ${report.sha256}, reason = ${run.reason ?? null}, counts = ${JSON.stringify(counts)}::jsonb,
			report = ${JSON.stringify(withoutFolders(report))}::jsonb
		where id = ${run.sourceId}`);
}
