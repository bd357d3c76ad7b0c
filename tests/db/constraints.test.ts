import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowOf } from '#lib/server/db/database.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

/** What the database itself refuses, whoever writes. */
describe.each(DRIVERS)('constraints on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await open();
	});
	afterAll(() => database.close());
	beforeEach(async () => {
		await database.reset();
		await run(sql`insert into source (subject, file_name, sha256, imported_by, demonstration, sensitivity,
			counts, report) values ('test', 'test', 'test', 'test', false, 'public', '{}', '{}')`);
	});

	const run = (query: SQL) => database.db.execute(query);
	const SQUARE = 'SRID=4326;MULTIPOLYGON(((103 21,104 21,104 22,103 22,103 21)))';

	function addUnit(from: string, to: string | null, shape = SQUARE, level = 'commune') {
		return run(sql`insert into unit (code, name, kind, level, valid_from, valid_to, geom, label_lon,
				label_lat, area_km2, source_id)
			values ('03158', 'Leng Su Sìn', 'Xã', ${level}, ${from}::date, ${to}::date, ${shape}::geometry,
				103.5, 21.5, 1, 1)`);
	}

	function addFigure(value: number) {
		return run(sql`insert into observation (unit_id, indicator_code, period_start, period_end, scheme,
				value, source_id)
			values (1, 'C01', '2020-01-01', '2020-01-31', 'calendar', ${value}::float8, 1)`);
	}

	/** The drivers wrap the database's error differently; its code is the same. */
	async function codeOf(attempt: Promise<unknown>): Promise<string | undefined> {
		try {
			await attempt;
			return undefined;
		} catch (error) {
			const { code, cause } = error as { code?: string; cause?: { code?: string } };
			return code ?? cause?.code;
		}
	}
	const EXCLUDED = '23P01';
	const TWICE = '23505';
	const CHECKED = '23514';

	it('refuses one code twice on any day', async () => {
		await addUnit('2017-01-01', '2019-12-31');
		expect(await codeOf(addUnit('2019-12-31', '2020-06-30'))).toBe(EXCLUDED);
		expect(await codeOf(addUnit('2018-01-01', null))).toBe(EXCLUDED);
	});

	it('allows a code again when the former unit has ended, and on another level', async () => {
		await addUnit('2017-01-01', '2019-12-31');
		await addUnit('2020-01-01', null);
		await addUnit('2017-01-01', null, SQUARE, 'district');
		expect((await database.counts())['unit']).toBe(3);
	});

	it('refuses a figure twice, and one below zero or infinite', async () => {
		await addUnit('2017-01-01', null);
		expect(await codeOf(addFigure(-1))).toBe(CHECKED);
		expect(await codeOf(addFigure(Infinity))).toBe(CHECKED);
		expect(await codeOf(addFigure(NaN))).toBe(CHECKED);
		await addFigure(3);
		expect(await codeOf(addFigure(4))).toBe(TWICE);
	});

	it('refuses a shape that crosses itself, is empty, or has another reference system', async () => {
		const bowTie = 'SRID=4326;MULTIPOLYGON(((103 21,104 22,104 21,103 22,103 21)))';
		expect(await codeOf(addUnit('2017-01-01', null, bowTie))).toBe(CHECKED);
		expect(await codeOf(addUnit('2017-01-01', null, 'SRID=4326;MULTIPOLYGON EMPTY'))).toBe(CHECKED);
		const elsewhere = SQUARE.replace('4326', '3405');
		expect(await codeOf(addUnit('2017-01-01', null, elsewhere))).toBe('22023');
		expect((await database.counts())['unit']).toBe(0);
	});

	it('raises the data version with every change', async () => {
		const version = async () =>
			(
				await rowOf<{ version: number }>(
					database.db,
					sql`select data_version::int as version from data_state`
				)
			).version;
		const changes = [
			() => addUnit('2017-01-01', null),
			() => addFigure(1),
			() => run(sql`update observation set value = 2`),
			() => run(sql`delete from unit`),
			() => run(sql`update indicator set name_vi = name_vi where code = 'C01'`),
			() => run(sql`delete from source`)
		];
		for (const change of changes) {
			const before = await version();
			await change();
			expect(await version()).toBeGreaterThan(before);
		}
	});
});
