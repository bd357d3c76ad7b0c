import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { listHeirs } from '#lib/server/queries/heirs.ts';
import { listLaterApprovals } from '#lib/server/queries/later-approvals.ts';
import { getPlanData } from '#lib/server/queries/plan-data.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import { DEFAULT_RULES, ineligibilityOf } from '#lib/domain/plan/eligibility.ts';
import type { PlanData } from '#lib/view/plan-wire.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);
const track = 'TTATXH';

describe.each(DRIVERS)('what a plan is made from, on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());
	const planAt = async (month: Month): Promise<PlanData> =>
		(await getPlanData(database.db, province, { track, month, last: LAST })) ?? expect.fail();

	it('has every commune of the month once, with a district and its neighbours', async () => {
		for (const [month, count] of [
			[toMonth(2019, 12), 130],
			[toMonth(2024, 12), 129],
			[LAST, 45]
		] as const) {
			const { units } = await planAt(month);
			expect(units).toHaveLength(count);
			const ids = new Set(units.map(({ unit }) => unit.id));
			expect(ids.size).toBe(count);
			for (const { group, neighbours, values } of units) {
				expect(group).not.toBe('');
				expect(neighbours.every((id) => ids.has(id))).toBe(true);
				for (const value of Object.values(values)) expect(Number.isFinite(value)).toBe(true);
			}
		}
	});

	it('knows nothing that was not known then', async () => {
		const month = toMonth(2018, 12);
		const before = await planAt(month);
		const { dataMonths } = province.historyOf('TTATXH');
		expect(dataMonths!.to).toBeGreaterThan(month);
		// Two years of figures are no base for a watch yet.
		for (const { values, standing } of before.units) {
			expect(values.relapse).toBeUndefined();
			for (const { since } of standing.members) {
				if (since !== undefined) expect(since <= '2018-12-31').toBe(true);
			}
		}
	});

	it('names the former communes that stand in the way of a merged one', async () => {
		const { units } = await planAt(LAST);
		const sinThau = units.find(({ unit }) => unit.name === 'Sín Thầu') ?? expect.fail();
		expect(ineligibilityOf(sinThau.standing, DEFAULT_RULES, '2026-10-31')).toContainEqual({
			rule: 'under-way',
			name: 'Xã Sín Thầu',
			status: 'active'
		});
	});

	it('knows afterwards who was approved, and does not tell the plan', async () => {
		const month = toMonth(2017, 6);
		const later = listLaterApprovals(province, track, month, 12);
		expect(later.candidates).toHaveLength(130);
		expect(later.approved).toHaveLength(44);
		expect(listLaterApprovals(province, track, toMonth(2020, 6), 12).approved).toEqual([]);
		const { units } = await planAt(month);
		// Half a year of counts gives a level, and no trend yet.
		expect(units.filter(({ values }) => values.rate !== undefined).length).toBeGreaterThan(120);
		expect(units.every(({ values }) => values.rising === undefined)).toBe(true);
		expect(
			units.flatMap(({ standing }) => standing.members.map(({ status }) => status))
		).not.toContain('approved');
	});

	it('follows communes over both reforms, and back', () => {
		const [first, second, today] = province.history.frames;
		if (!first || !second || !today) expect.fail('three frames');
		const forward = listHeirs(province, first, today);
		expect(Object.keys(forward)).toHaveLength(130);
		// Every one of today's communes is the heir of some, and every former one has a main heir.
		const heirs = Object.values(forward).map(({ heirs: list }) => list.map(({ name }) => name));
		expect(heirs.every((list) => list.length === 1)).toBe(true);
		expect(new Set(heirs.flat()).size).toBe(45);
		expect(Object.values(forward).find(({ name }) => name === 'Xã Sen Thượng')?.heirs).toEqual([
			{ code: expect.stringMatching(/^\d{5}$/) as string, name: 'Xã Sín Thầu' }
		]);
		const back = Object.values(listHeirs(province, today, second));
		expect(back).toHaveLength(45);
		expect(back.reduce((sum, { heirs: list }) => sum + list.length, 0)).toBe(129);
		for (const [code, { name, heirs: list }] of Object.entries(
			listHeirs(province, second, second)
		)) {
			expect(list).toEqual([{ code, name }]);
		}
	});

	it('is nothing without boundaries', async () => {
		expect(
			await getPlanData(database.db, province, { track, month: toMonth(2016, 5), last: LAST })
		).toBeUndefined();
	});

	it('is the same to the last digit, whatever came after', async () => {
		const month = toMonth(2022, 6);
		const before = await planAt(month);
		await database.db.execute(
			sql`update observation set value = value * 3 + 7 where period_end > '2022-06-30'
				and not (indicator_code = 'N01' and period_end <= '2022-12-31')`
		);
		await database.db.execute(
			sql`update status_event set status = 'met' where effective_date > '2022-06-30' and status <> 'succeeded'`
		);
		province = await getProvince(database.db);
		expect(await planAt(month)).toEqual(before);
		expect(await planAt(toMonth(2023, 6))).not.toEqual(before);
	});
});
