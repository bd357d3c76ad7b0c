import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { findCommuneEvidence } from '#lib/server/queries/commune-evidence.ts';
import { getEffectStudy } from '#lib/server/queries/effect-study.ts';
import { getNeighbours } from '#lib/server/queries/neighbours.ts';
import { getWatchList } from '#lib/server/queries/watch-list.ts';
import { toMonth, toMonthText } from '#lib/domain/period.ts';
import { addAcknowledgement, deleteAcknowledgement } from '#lib/server/data/acknowledgements.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);
const TRACK = 'TTATXH';

describe.each(DRIVERS)('evidence on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());

	const evidence = (code: string, month: number) =>
		findCommuneEvidence(database.db, province, code, { track: TRACK, last: LAST, asked: month });

	it('knows neighbours both ways, and nobody beside itself', async () => {
		for (const frame of province.history.frames) {
			const neighbours = await getNeighbours(database.db, frame);
			expect([...neighbours.keys()].sort()).toEqual([...frame.unitIds].sort());
			for (const [id, others] of neighbours) {
				expect(others).not.toContain(id);
				expect(others.length).toBeGreaterThan(0);
				for (const other of others) expect(neighbours.get(other)).toContain(id);
			}
		}
	});

	it('tells two communes of one code apart', async () => {
		const then = await evidence('03158', toMonth(2024, 12));
		const now = await evidence('03158', toMonth(2026, 10));
		expect(then?.details.unit.name).toBe('Leng Su Sìn');
		expect(then?.sameCode.map(({ name }) => name)).toEqual(['Sín Thầu']);
		expect(now?.details.unit.name).toBe('Sín Thầu');
		expect(now?.sameCode.map(({ name }) => name)).toEqual(['Leng Su Sìn']);
		expect(await evidence('03158', toMonth(2016, 12))).toBeUndefined();
	});

	it('shows all communes around one, merged ones by the last states of their former ones', async () => {
		const now = await evidence('03334', toMonth(2026, 10));
		expect(now?.around).toHaveLength(45);
		const own = now?.around.find(({ id }) => id === now.details.unit.id);
		expect(own?.pieces).toContainEqual(
			expect.objectContaining({ name: 'Noong Bua', status: 'relapsed', former: true })
		);
		const then = await evidence('03124', toMonth(2021, 12));
		expect(then?.around).toHaveLength(129);
		const noongBua = then?.around.find(({ id }) => id === then.details.unit.id);
		expect(noongBua?.pieces).toMatchObject([{ status: 'met', former: false }]);
	});

	it('adds a merged commune’s years up from its former ones', async () => {
		const merged = await evidence('03158', toMonth(2026, 10));
		const formers = await Promise.all(
			['03154', '03155', '03158'].map((code) => evidence(code, toMonth(2024, 12)))
		);
		const countOf = (found: Awaited<ReturnType<typeof evidence>>, year: number) =>
			found?.events[0]?.yearly.own.find((figure) => figure.year === year)?.count ?? 0;
		for (const year of [2017, 2019, 2020, 2024]) {
			expect(countOf(merged, year)).toBe(
				formers.reduce((sum, former) => sum + countOf(former, year), 0)
			);
		}
	});

	it('has the province’s total in every commune’s comparison, whatever the boundaries', async () => {
		const before = await evidence('03158', toMonth(2024, 12));
		const after = await evidence('03158', toMonth(2026, 10));
		const total = (found: typeof before) =>
			found?.events[0]?.yearly.province.find(({ year }) => year === 2018)?.count;
		expect(total(before)).toBe(total(after));
		expect(total(before)).toBeGreaterThan(100);
	});

	it('studies the approved communes on the boundaries of then', async () => {
		const study = async (track: string) =>
			(await getEffectStudy(database.db, province, { track, years: undefined, without: [] }))
				?.study;
		const first = await study(TRACK);
		expect(first).toMatchObject({ outcome: 'cannot-tell', obstacle: 'short-history' });
		expect(first?.years).toEqual([{ year: 2017, communes: 44 }]);
		expect(first?.short?.plain).toBeLessThan(first!.short!.drawnBack);
		const second = await study('ANTT');
		expect(second).toMatchObject({ outcome: 'fell', certainty: 'sure', preCheck: 'passed' });
		expect(second?.treated).toHaveLength(24);
		expect(second!.treated.length + second!.controls.length + second!.left.length).toBe(129);
		expect(await study('MATUY')).toBeUndefined();
	});

	it('watches every commune of today, and comes to the same again', async () => {
		const asked = { track: TRACK, month: LAST, last: LAST, on: undefined };
		const list = await getWatchList(database.db, province, asked);
		expect(list.rows).toHaveLength(45);
		expect(list.rows.filter(({ recognised }) => recognised !== undefined)).toHaveLength(27);
		for (const { alarms, recognised } of list.rows) {
			for (const { direction, firstSeen, ended } of alarms) {
				expect(firstSeen).toBeLessThanOrEqual(list.until);
				if (ended) expect(ended.month).toBeGreaterThan(firstSeen);
				else if (recognised === undefined) expect(direction).toBe('fall');
			}
		}
		expect(await getWatchList(database.db, province, asked)).toEqual(list);
	});

	it('keeps that a person looked at an alarm, and takes it back', async () => {
		const asked = { track: TRACK, month: LAST, last: LAST, on: undefined };
		const list = await getWatchList(database.db, province, asked);
		const [row] = list.rows.filter(({ alarms }) => alarms.some(({ ended }) => !ended));
		const alarm = row!.alarms.find(({ ended }) => !ended)!;
		const said = {
			unitId: row!.unitId,
			direction: alarm.direction,
			firstSeen: toMonthText(alarm.firstSeen),
			reason: 'Đã kiểm tra',
			writtenBy: 'Lò Văn An'
		};
		const until = toMonthText(list.until);
		await addAcknowledgement(database.db, row!.unit, TRACK, until, said);
		await addAcknowledgement(database.db, row!.unit, TRACK, until, said);
		const after = await getWatchList(database.db, province, asked);
		expect(after.acknowledged).toHaveLength(1);
		const own = after.rows.find(({ unitId }) => unitId === row!.unitId)!;
		expect(own.alarms.find(({ firstSeen }) => firstSeen === alarm.firstSeen)?.ended).toEqual({
			month: list.until,
			by: 'acknowledged'
		});
		// What was known before does not know it.
		const before = await getWatchList(database.db, province, { ...asked, month: list.until - 1 });
		expect(before.acknowledged).toEqual([]);
		await deleteAcknowledgement(database.db, after.acknowledged[0]!.id);
		expect(await getWatchList(database.db, province, asked)).toEqual(list);
	});
});
