import { sql } from 'drizzle-orm';
import { isIsoDate } from '#lib/domain/period.ts';
import { rowsOf } from '../../db/database.ts';
import { refuseOtherFrames } from '../check-frames.ts';
import type { FileRun } from '../file-run.ts';
import { checkSitePlaces, type PlacedSite } from './check-site-places.ts';
import { readDates, rejectDuplicates } from './model-rows.ts';
import { namedUnit } from '../named-unit.ts';
import { openRecords, type TableOptions } from '../tables/open-tables.ts';
import type { TableRecord } from '../tables/read-records.ts';
import { UnitLookup, type NamedUnit } from '../unit-lookup.ts';

/** Sites of models that are there already. */
export interface SiteRequest extends TableOptions {
	subject: 'sites';
	file: string;
}

/**
 * Loads the sites of models that are there already.
 *
 * @throws FileRefused with the problems in the run's list
 */
export async function importSites(run: FileRun, options: TableOptions = {}): Promise<void> {
	const { records: rows } = await openRecords(run, 'sites', options);
	const recorded = await rowsOf<{ code: string; source: number }>(
		run.tx,
		sql`select code, source_id as source from model_site`
	);
	rejectDuplicates(run, rows, 'site_code', recorded);
	const units = await UnitLookup.load(run.tx);
	refuseOtherFrames(rows.flatMap(unitOnDate), units, run.problems);
	const models = new Set(
		(await rowsOf<{ code: string }>(run.tx, sql`select code from community_model`)).map(
			(r) => r.code
		)
	);
	const placed: PlacedSite[] = [];
	for (const row of rows) placed.push(...(await writeSite(run, row, units, models)));
	await checkSitePlaces(run, placed);
	run.problems.refuseIfWrong();
	run.written = rows.length;
}

/** The commune of a row on the day when the site was founded; none where the date cannot be read. */
function unitOnDate(row: TableRecord): NamedUnit[] {
	const date = row.get('founded_on');
	return isIsoDate(date) ? [namedUnit(row, date)] : [];
}

/** @returns the site where it has coordinates and a commune */
async function writeSite(
	run: FileRun,
	row: TableRecord,
	units: UnitLookup,
	models: Set<string>
): Promise<PlacedSite[]> {
	const { problems } = run;
	const { founded, retired } = readDates(run, row);
	const modelCode = row.get('model_code');
	if (!models.has(modelCode)) {
		problems.error('model-unknown', { ...row.at('model_code'), value: modelCode });
	}
	if (founded === null) {
		if (row.get('founded_on') === '') {
			problems.error('value-missing', row.at('founded_on'));
		}
		return [];
	}
	const unitCode = row.get('unit_code');
	const unitId = units.resolve(
		namedUnit(row, founded),
		problems,
		// A site may be older than the first boundaries that are loaded.
		units.findFirst(unitCode)
	);
	const teams = readNumber(run, row, 'teams', /^\d{1,9}$/) ?? 0;
	const lon = readNumber(run, row, 'lon', DEGREES);
	const lat = readNumber(run, row, 'lat', DEGREES);
	if (unitId === undefined) return [];
	const placed = lon === null || lat === null ? [] : [{ unitId, lon, lat, at: row.at('lon') }];
	if (problems.counts.errors > 0) return placed;
	await run.tx.execute(sql`
		insert into model_site (code, model_code, unit_id, name, founded_on, retired_on, lon, lat, teams,
			replicated_from, source_id)
		values (${row.get('site_code')}, ${modelCode}, ${unitId}, ${row.get('name') || row.get('site_code')},
			${founded}::date, ${retired}::date, ${lon}::float8, ${lat}::float8, ${teams},
			${row.get('replicated_from') || null}, ${run.sourceId})`);
	return placed;
}

const DEGREES = /^-?\d{1,3}(\.\d+)?$/;

/** @returns null for an empty cell, and for one that is no such number, which is noted */
function readNumber(run: FileRun, row: TableRecord, column: string, form: RegExp): number | null {
	const text = row.get(column);
	if (text === '') return null;
	if (form.test(text)) return Number(text);
	run.problems.error('number-unreadable', { ...row.at(column), value: text });
	return null;
}
