import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { rowsOf } from '#lib/server/db/database.ts';
import { problemText } from '#lib/view/problem-text.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { BOUNDARY_FILES } from '../fixtures/broken/boundary-files.ts';
import type { Answer, BrokenFile, LoadedFigure } from '../fixtures/broken/broken-file.ts';
import { communes, LAST_DAY_BEFORE, MERGED_ON } from '../fixtures/broken/communes.ts';
import { CONTAINERS } from '../fixtures/broken/containers.ts';
import { FIGURE_WORKBOOKS } from '../fixtures/broken/figure-workbooks.ts';
import { STATUS_WORKBOOKS } from '../fixtures/broken/status-workbooks.ts';
import { TABLE_KINDS } from '../fixtures/broken/table-kinds.ts';
import { TEXT_FILES } from '../fixtures/broken/text-files.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const KINDS: Record<string, readonly BrokenFile[]> = {
	'tables of figures': FIGURE_WORKBOOKS,
	'tables of decisions': STATUS_WORKBOOKS,
	'kinds of tables': TABLE_KINDS,
	'text files': TEXT_FILES,
	containers: CONTAINERS,
	'boundary files': BOUNDARY_FILES
};

/** The communes stay from test to test. */
const BASIS = { importedBy: 'basis' };

/** Where a problem stands, as the file's own program shows it. */
function placeOf({ severity, code, sheet, row, column, cell, value }: Problem | Answer) {
	return { severity, code, sheet, row, column, cell, value };
}

afterEach(() => overwriteGetLocale(() => baseLocale));

describe.each(DRIVERS)('broken files on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
		const { before, after, succession } = communes();
		for (const request of [
			boundaries(folder.write('truoc.geojson', before), { validTo: LAST_DAY_BEFORE }),
			boundaries(folder.write('sau.geojson', after), { validFrom: MERGED_ON }),
			{ subject: 'succession' as const, file: folder.write('sap-nhap.csv', succession) }
		]) {
			const { outcome, problems } = await load(database, request, BASIS);
			// Those that are made up are not in the directory.
			const others = problems.filter(({ code }) => code !== 'codes-unknown');
			expect([outcome, others]).toEqual(['loaded', []]);
		}
	});
	afterEach(forgetLoaded);
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	describe.each(Object.entries(KINDS))('%s', (_kind, files) => {
		it.each(files)('$name', async (broken) => {
			const before = await database.counts();
			const file = folder.write(broken.name, await broken.make());
			const report = await load(database, { ...broken.request, file });
			expect(report.problems.map(placeOf)).toEqual(broken.answers.map(placeOf));
			broken.answers.forEach((answer, index) => expectExplained(report.problems[index]!, answer));
			expect(report.crsCandidates?.[0]?.code).toBe(broken.crs);
			if (broken.written === undefined) {
				expect([report.outcome, report.written]).toEqual(['refused', 0]);
			} else {
				expect([report.outcome, report.written]).toEqual(['loaded', broken.written]);
				if (broken.figures) expect(await listFigures(report)).toEqual(broken.figures);
				await forgetLoaded();
			}
			expect(await database.counts()).toEqual(before);
		});
	});

	/** The figures that a load brought. */
	async function listFigures({ sourceId }: ImportReport): Promise<LoadedFigure[]> {
		const rows = await rowsOf<
			Record<'code' | 'from' | 'indicator' | 'period', string> & { value: number }
		>(
			database.db,
			sql`select u.code, u.valid_from::text as from, o.indicator_code as indicator,
					o.period_start::text as period, o.value
				from observation o join unit u on u.id = o.unit_id
				where o.source_id = ${sourceId} order by 1, 2, 3, 4`
		);
		return rows.map(({ code, from, indicator, period, value }) => [
			code,
			from,
			indicator,
			period,
			value
		]);
	}

	/** Takes back what was loaded beside the communes. */
	async function forgetLoaded(): Promise<void> {
		await database.db.execute(sql`delete from source where imported_by <> ${BASIS.importedBy}`);
	}
});

/** The user is told what is wrong and what to do, in both languages, with the facts that the file has. */
function expectExplained(problem: Problem, { unit, position, says = [] }: Answer): void {
	if (unit !== undefined) expect(problem.unit).toBe(unit);
	position?.forEach((degrees, index) => expect(problem.position?.[index]).toBeCloseTo(degrees, 3));
	const [vi, en] = (['vi', 'en'] as const).map((locale) => {
		overwriteGetLocale(() => locale);
		const { what, way } = problemText(problem);
		expect(what).not.toBe('');
		expect(way).not.toBe('');
		// A fact that a message names and the problem does not know leaves a hole.
		expect(what + way).not.toMatch(/undefined|NaN|[{}]|“”|: ?[.,;]|\( ?\)/);
		return `${what} ${way}`;
	});
	expect(vi).not.toBe(en);
	for (const words of says) expect(vi).toContain(words);
}
