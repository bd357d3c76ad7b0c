import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { eq } from 'drizzle-orm';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { isProvince, type Setup } from '#lib/domain/setup/setup.ts';
import type { Database } from '../db/database.ts';
import { dataState, provinceSettings, source } from '../db/schema.ts';
import type { ImportRequest } from '../import/run-imports.ts';
import { runImports } from '../import/run-imports.ts';
import { getSetup } from '../queries/setup.ts';
import { saveSetup } from './setup/save-setup.ts';
import { resourcePath } from '../resources.ts';

/** A folder's `dataset.json`: which files to load, in which order, as what. */
interface DatasetFile {
	name: string;
	demonstration: boolean;
	/** Left out where the set-up says which province it is. */
	province?: Setup['province'];
	sensitivity: string;
	files: ImportRequest[];
}

/** The demonstration data that comes with the product. */
export const DEMONSTRATION_FOLDER = resourcePath('data/demo');

/**
 * Reads a data set's description; file names in it are relative to its folder.
 *
 * @param folder a folder with a `dataset.json`, or such a file
 * @returns undefined when there is none, it is not JSON or its province cannot be read
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
	if (dataset.province !== undefined && !isProvince(dataset.province)) return undefined;
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
	const { demonstration, sensitivity, province } = dataset;
	const reports = await runImports(database, dataset.files, {
		...options,
		demonstration,
		sensitivity,
		...(demonstration && province ? { province } : {}),
		replaceDemonstration: true
	});
	if (!demonstration && province && reports.every(({ outcome }) => outcome === 'loaded')) {
		// A change of the set-up like any other: what was there before is kept.
		const setup = { ...(await getSetup(database.db)), province };
		await saveSetup(database, setup, { changedBy: options.importedBy, dryRun: false });
	}
	return reports;
}

/**
 * Loads the demonstration data into a database that never held any data, unless a province is set up or the
 * demonstration was declined.
 */
export async function loadDemonstrationIfEmpty(database: Database): Promise<boolean> {
	const { db } = database;
	const [state] = await db.select({ declined: dataState.demonstrationDeclined }).from(dataState);
	const loads = await db.$count(source);
	const own = await db.$count(provinceSettings, eq(provinceSettings.demonstration, false));
	if (state?.declined || loads > 0 || own > 0) return false;
	await loadDemonstration(database);
	return true;
}

/**
 * Loads the demonstration data into a database without any source, when somebody asks for it.
 *
 * @returns whether it was loaded; not where there is data already
 */
export async function loadDemonstrationIfNew(database: Database): Promise<boolean> {
	if ((await database.db.$count(source)) > 0) return false;
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
	await database.db.update(dataState).set({ demonstrationDeclined: false });
	return reports;
}
