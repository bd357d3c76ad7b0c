import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { ProvinceSettings } from '#lib/domain/setup/province-settings.ts';
import { rowOf, type Database } from '../db/database.ts';
import type { ImportRequest } from '../import/run-imports.ts';
import { runImports } from '../import/run-imports.ts';

/** A folder's `dataset.json`: which files to load, in which order, as what. */
interface DatasetFile {
	name: string;
	demonstration: boolean;
	province: ProvinceSettings;
	sensitivity: string;
	files: ImportRequest[];
}

/** The demonstration data that comes with the product. */
export const DEMONSTRATION_FOLDER = resolve('data/demo');

/**
 * Reads a data set's description; file names in it are relative to its folder.
 *
 * @param folder a folder with a `dataset.json`, or such a file
 * @returns undefined when there is none or it is not JSON
 */
export function findDataset(folder: string): DatasetFile | undefined {
	const path = folder.endsWith('.json') ? folder : join(folder, 'dataset.json');
	if (!existsSync(path)) return undefined;
	let dataset: DatasetFile;
	try {
		dataset = JSON.parse(readFileSync(path, 'utf8')) as DatasetFile;
	} catch {
		return undefined;
	}
	const at = (file: string) => resolve(dirname(path), file);
	return {
		...dataset,
		files: dataset.files.map((request) =>
			request.subject === 'models' && request.sites !== undefined
				? { ...request, file: at(request.file), sites: at(request.sites) }
				: { ...request, file: at(request.file) }
		)
	};
}

/** Loads a data set in one transaction; demonstration data that is there gives way. */
export async function loadDataset(
	database: Database,
	dataset: DatasetFile,
	options: { importedBy: string; dryRun: boolean }
): Promise<ImportReport[]> {
	return runImports(database, dataset.files, {
		...options,
		demonstration: dataset.demonstration,
		sensitivity: dataset.sensitivity,
		province: dataset.province,
		replaceDemonstration: true
	});
}

/** Loads the demonstration data into a database that never held any data, and was not told to do without. */
export async function loadDemonstrationIfEmpty(database: Database): Promise<boolean> {
	const { wanted } = await rowOf<{ wanted: boolean }>(
		database.db,
		sql`select not demonstration_declined and not exists (select from source) as wanted from data_state`
	);
	if (!wanted) return false;
	await loadDemonstration(database);
	return true;
}

/**
 * Loads the demonstration data.
 *
 * @throws Error when it is refused, for example because real data is there
 */
export async function loadDemonstration(database: Database): Promise<ImportReport[]> {
	const dataset = findDataset(DEMONSTRATION_FOLDER);
	if (!dataset) throw new Error(`There is no dataset.json in ${DEMONSTRATION_FOLDER}.`);
	const reports = await loadDataset(database, dataset, { importedBy: 'diaban', dryRun: false });
	await database.db.execute(sql`update data_state set demonstration_declined = false`);
	return reports;
}
