import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { calendarMonth, toMonth } from '#lib/domain/period.ts';
import { closePeriod, listClosedPeriods } from '#lib/server/data/close-period.ts';
import { addRemark, listRemarks } from '#lib/server/data/remarks.ts';
import { describeOwnTemplate, keepOwnTemplate } from '#lib/server/data/report-template.ts';
import { addScenario, listScenarios } from '#lib/server/data/scenarios.ts';
import { addStory, listStories } from '#lib/server/data/stories.ts';
import { rowOf } from '#lib/server/db/database.ts';
import { countDemonstration, removeDemonstration } from '#lib/server/import/demonstration.ts';
import { rememberRoles } from '#lib/server/import/inspect-file.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const UNIT = { code: '10001', validFrom: '2017-01-01' };

describe.each(DRIVERS)('what people make of data on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	const squares = folder.write('squares.geojson', collection(grid(2, 2)));
	beforeAll(async () => (database = await open()));
	beforeEach(() => database.reset());
	afterAll(async () => {
		folder.remove();
		await database.close();
	});

	/** One of each kind, called by a name and in a month of its own. */
	async function make(name: string, month: number): Promise<void> {
		const { db } = database;
		await addStory(db, { title: name, slides: [] });
		await addRemark(db, UNIT, { text: name, writtenBy: 'An' });
		await closePeriod(db, calendarMonth(toMonth(2026, month)), 'An');
		await keepOwnTemplate(db, { fileName: `${name}.docx`, body: new Uint8Array([1]) });
		await rememberRoles(db, 'status', [name], { 0: 'unit_code' });
		await addScenario(
			db,
			{
				name,
				author: 'An',
				dataVersion: 1,
				month: '2026-10',
				track: 'TTATXH',
				frame: '2017-01-01',
				inputs: {},
				outcome: { chosen: [], value: 0 }
			},
			null
		);
	}
	async function found() {
		const { db } = database;
		const { mappings } = await rowOf<{ mappings: number }>(
			db,
			sql`select count(*)::int as mappings from column_mapping`
		);
		return {
			stories: (await listStories(db)).map(({ title }) => title),
			remarks: (await listRemarks(db, [UNIT])).map(({ text }) => text),
			months: (await listClosedPeriods(db)).map(({ start }) => start),
			template: (await describeOwnTemplate(db))?.fileName,
			plans: (await listScenarios(db)).map(({ name }) => name),
			mappings
		};
	}
	const NOTHING = {
		stories: [],
		remarks: [],
		months: [],
		template: undefined,
		plans: [],
		mappings: 0
	};

	it('goes with the demonstration data, and is counted before', async () => {
		await load(database, boundaries(squares), { demonstration: true });
		await make('Minh họa', 3);
		expect(await countDemonstration(database.db)).toEqual({
			sources: 1,
			plans: 1,
			stories: 1,
			remarks: 1,
			closedMonths: 1,
			templates: 1,
			mappings: 1,
			acknowledgements: 0
		});
		await database.db.transaction(removeDemonstration);
		expect(await found()).toEqual(NOTHING);
	});

	it('goes when a file replaces the demonstration data, not when that is only tried', async () => {
		await load(database, boundaries(squares), { demonstration: true });
		await make('Minh họa', 3);
		const other = folder.write('other.geojson', collection(grid(3, 2)));
		const replaced = { replaceDemonstration: true };
		await load(database, boundaries(other), { ...replaced, dryRun: true });
		expect((await found()).plans).toEqual(['Minh họa']);
		await load(database, boundaries(other), replaced);
		expect(await found()).toEqual(NOTHING);
	});

	it('stays where it was made without demonstration data', async () => {
		await make('Thật', 1);
		const real = await found();
		await load(database, boundaries(squares), { demonstration: true });
		await addStory(database.db, { title: 'Minh họa', slides: [] });
		await database.db.transaction(removeDemonstration);
		expect(await found()).toEqual(real);
		await load(database, boundaries(squares));
		await make('Có số liệu', 2);
		expect(await countDemonstration(database.db)).toEqual({
			sources: 0,
			plans: 0,
			stories: 0,
			remarks: 0,
			closedMonths: 0,
			templates: 0,
			mappings: 0,
			acknowledgements: 0
		});
	});

	it('is the template that was taken last', async () => {
		await load(database, boundaries(squares), { demonstration: true });
		await make('Minh họa', 3);
		await database.db.execute(sql`delete from source`);
		await keepOwnTemplate(database.db, { fileName: 'thật.docx', body: new Uint8Array([2]) });
		await database.db.transaction(removeDemonstration);
		expect((await found()).template).toBe('thật.docx');
	});
});
