import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarMonth, reportingMonth, toMonth } from '#lib/domain/period.ts';
import { FileRun } from '#lib/server/import/file-run.ts';
import { FileRefused } from '#lib/server/import/problem-list.ts';
import { understandTables } from '#lib/server/import/subjects/indicators/understand-tables.ts';
import { openTables } from '#lib/server/import/tables/open-tables.ts';
import { UnitLookup } from '#lib/server/import/unit-lookup.ts';
import { communes, LAST_DAY_BEFORE } from '../fixtures/broken/communes.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import {
	MESSY_TABLES,
	writeMessyTable,
	YEAR,
	type MessyTable
} from '../fixtures/messy-workbook.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const RUNS = 2000;

let database: TestDatabase;
let units: UnitLookup;
const folder = temporaryFolder();

// What tables mean does not depend on the database: one of them is enough.
beforeAll(async () => {
	database = await DRIVERS[0]!.open();
	const file = folder.write('communes.geojson', communes().before);
	await load(database, boundaries(file, { validTo: LAST_DAY_BEFORE }));
	units = await UnitLookup.load(database.db);
});
afterAll(async () => {
	await database.close();
	folder.remove();
});

it(`loads what ${RUNS} messy tables mean, or refuses them: never a third thing`, async () => {
	const seen = { plain: 0, faulty: 0 };
	await fc.assert(
		fc.asyncProperty(MESSY_TABLES, async (table) => {
			const { figures, problems } = await read(table);
			const errors = problems.filter(({ severity }) => severity === 'error');
			if (table.fault === undefined) {
				seen.plain++;
				expect(errors).toEqual([]);
			} else {
				seen.faulty++;
				expect(errors.map(({ code }) => code)).not.toEqual([]);
			}
			if (errors.length === 0) expect(figures).toEqual(meantBy(table));
		}),
		{ numRuns: RUNS, seed: 20_260_714 }
	);
	expect(seen.plain).toBeGreaterThan(RUNS / 3);
	expect(seen.faulty).toBeGreaterThan(RUNS / 10);
}, 600_000);

async function read(table: MessyTable) {
	const file = join(folder.path, `messy.${table.file}`);
	writeFileSync(file, await writeMessyTable(table));
	const run = new FileRun(database.db, file, 'indicators', 0);
	try {
		const { tables, catalogue } = await openTables(run, 'indicators', {});
		const { figures } = understandTables(run, tables, catalogue, units, {}, 'calendar');
		const byId = new Map(units.units.map(({ id, code }) => [id, code]));
		const read = figures.map(({ unitId, indicator, period, value }) =>
			[byId.get(unitId), indicator, period.start, period.end, value].join(' ')
		);
		return { figures: read.sort(), problems: run.problems.listed };
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		return { figures: [], problems: run.problems.listed };
	}
}

function meantBy({ meant, reporting }: MessyTable): string[] {
	return meant
		.map(({ unit, indicator, month, value }) => {
			const period = (reporting ? reportingMonth : calendarMonth)(toMonth(YEAR, month));
			return [unit, indicator, period.start, period.end, value].join(' ');
		})
		.sort();
}
