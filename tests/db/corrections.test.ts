import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarMonth, toMonth } from '#lib/domain/period.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#lib/server/data/close-period.ts';
import { undoSource } from '#lib/server/data/undo-source.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import type { IndicatorRequest } from '#lib/server/import/subjects/indicators/import-indicators.ts';
import { listSources } from '#lib/server/queries/data-state.ts';
import { collection, grid, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

const HEADING = 'unit_code,indicator,year,m1,m2,m3\n';

describe.each(DRIVERS)('corrections on $driver', ({ open }) => {
	const folder = temporaryFolder();
	let database: TestDatabase;
	let file = 0;
	beforeAll(async () => {
		database = await open();
	});
	beforeEach(async () => {
		await database.reset();
		const units = folder.write('units.geojson', collection(grid(2, 1)));
		expect((await load(database, boundaries(units))).outcome).toBe('loaded');
		expect((await figures('10001,C01,2024,5,6,7\n')).outcome).toBe('loaded');
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	function figures(rows: string, request: Partial<IndicatorRequest> = {}) {
		const path = folder.write(`figures-${++file}.csv`, HEADING + rows);
		return load(database, { subject: 'indicators', file: path, ...request });
	}

	async function recorded(): Promise<number[]> {
		const rows = await rowsOf<{ value: number }>(
			database.db,
			sql`select value from observation order by period_start, unit_id`
		);
		return rows.map(({ value }) => value);
	}

	async function former(): Promise<[number, number, number][]> {
		const rows = await rowsOf<{ value: number; source: number; by: number }>(
			database.db,
			sql`select value, source_id as source, replaced_by as by from observation_former order by id`
		);
		return rows.map(({ value, source, by }) => [value, source, by]);
	}

	it('are refused unless asked for, and say what stands there', async () => {
		const report = await figures('10001,C01,2024,5,9,7\n');
		expect(report.outcome).toBe('refused');
		expect(report.problems).toEqual([
			expect.objectContaining({
				code: 'already-recorded',
				row: 2,
				column: 'm2',
				value: '9',
				detail: { source: 2, known: 6 }
			})
		]);
		expect(await recorded()).toEqual([5, 6, 7]);
	});

	it('replace what differs, keep the former value, and are undone as a whole', async () => {
		const report = await figures('10001,C01,2024,5,9,7\n10002,C01,2024,1,,\n', {
			corrections: true
		});
		expect(report).toMatchObject({ outcome: 'loaded', written: 2, corrected: 1, unchanged: 2 });
		expect(await recorded()).toEqual([5, 1, 9, 7]);
		expect(await former()).toEqual([[6, 2, 3]]);
		expect((await undoSource(database, 3)).outcome).toBe('undone');
		expect(await recorded()).toEqual([5, 6, 7]);
		expect(await former()).toEqual([]);
	});

	it('are undone one after the other, the latest first', async () => {
		await figures('10001,C01,2024,,9,\n', { corrections: true });
		await figures('10001,C01,2024,,11,\n', { corrections: true });
		expect(await former()).toEqual([
			[6, 2, 3],
			[9, 3, 4]
		]);
		expect(await undoSource(database, 3)).toMatchObject({ outcome: 'in-use', users: [{ id: 4 }] });
		expect((await undoSource(database, 4)).outcome).toBe('undone');
		expect(await recorded()).toEqual([5, 9, 7]);
		expect((await undoSource(database, 3)).outcome).toBe('undone');
		expect(await recorded()).toEqual([5, 6, 7]);
	});

	it('the same file again is told, with the load that brought it', async () => {
		const path = folder.write('twice.csv', `${HEADING}10002,C01,2024,1,2,3\n`);
		await load(database, { subject: 'indicators', file: path });
		const again = await load(database, { subject: 'indicators', file: path, corrections: true });
		expect([again.outcome, codesOf(again)]).toEqual(['refused', ['already-loaded']]);
		expect(again.problems[0]?.detail).toMatchObject({ source: 3 });
		expect((await undoSource(database, 3)).outcome).toBe('undone');
		expect((await load(database, { subject: 'indicators', file: path })).outcome).toBe('loaded');
	});

	it('a closed month changes only with a reason, which is kept', async () => {
		const february = calendarMonth(toMonth(2024, 2));
		await closePeriod(database.db, february, 'Lan');
		expect(await listClosedPeriods(database.db)).toMatchObject([{ ...february, closedBy: 'Lan' }]);
		const silent = await figures('10001,C01,2024,,9,\n', { corrections: true });
		expect([silent.outcome, codesOf(silent)]).toEqual(['refused', ['period-closed']]);
		const added = await figures('10002,C01,2024,1,2,3\n');
		expect(codesOf(added)).toEqual(['period-closed']);
		expect(added.problems).toEqual([expect.objectContaining({ column: 'm2', row: 2 })]);
		const told = await figures('10001,C01,2024,,9,\n', {
			corrections: true,
			reason: 'Cộng nhầm một vụ'
		});
		expect(told.outcome).toBe('loaded');
		expect((await listSources(database.db)).at(-1)?.reason).toBe('Cộng nhầm một vụ');
		await reopenPeriod(database.db, february);
		expect((await figures('10002,C01,2024,1,2,3\n')).outcome).toBe('loaded');
	});

	it('what is the same in a closed month does not stand in the way', async () => {
		await closePeriod(database.db, calendarMonth(toMonth(2024, 2)), 'Lan');
		const report = await figures('10001,C01,2024,5,6,7\n10002,C01,2024,1,,\n');
		expect(report).toMatchObject({ outcome: 'loaded', unchanged: 3, written: 1 });
	});

	it('of two loads of one cell at the same moment, one loads and one is told', async () => {
		const reports = await Promise.all([
			figures('10002,C01,2024,1,,\n'),
			figures('10002,C01,2024,2,,\n')
		]);
		const outcomes = reports.map(({ outcome }) => outcome).sort();
		expect(outcomes).toEqual(['loaded', 'refused']);
		const refused = reports.find(({ outcome }) => outcome === 'refused')!;
		expect(codesOf(refused)).toEqual(['already-recorded']);
		expect((await recorded()).length).toBe(4);
	});
});
