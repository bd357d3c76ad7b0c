import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import type { NewScenario } from '#lib/domain/plan/scenario.ts';
import {
	addScenario,
	decideScenario,
	deleteScenario,
	listScenarios
} from '#lib/server/data/scenarios.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const SCENARIO: NewScenario = {
	name: 'Năm 2027, phương án 1',
	author: 'Lò Văn An',
	dataVersion: 12,
	month: '2026-10',
	track: 'TTATXH',
	frame: '2025-07-01',
	inputs: { count: 5, weights: { rate: 35 }, exceptions: { '03158': 'lý do "riêng"' } },
	outcome: {
		chosen: [
			{
				code: '03127',
				name: 'Điện Biên Phủ',
				group: 'Thành phố Điện Biên Phủ',
				score: 0.61,
				rank: 1,
				cost: 200,
				reason: { loss: 0.1, in: ['Mường Lay'], out: [] }
			}
		],
		value: 0.61
	}
};

const ORIGIN = {
	demonstration: true,
	sources: [{ fileName: 'số liệu "1".csv', sensitivity: 'internal' }]
};

describe.each(DRIVERS)('scenarios on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await open()));
	beforeEach(() => database.db.execute(sql`delete from scenario`));
	afterAll(() => database.close());

	it('come back exactly as they were saved, the latest first', async () => {
		const { db } = database;
		await addScenario(db, SCENARIO, ORIGIN);
		await addScenario(db, { ...SCENARIO, name: 'Phương án 2' }, null);
		const [latest, first] = await listScenarios(db);
		expect(latest?.name).toBe('Phương án 2');
		const { id, createdAt, decision, origin, ...saved } = first!;
		expect(saved).toEqual(SCENARIO);
		expect(origin).toEqual(ORIGIN);
		expect(latest?.origin).toBeNull();
		expect(id).toBeGreaterThan(0);
		expect(createdAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(decision).toBeNull();
	});

	it('are decided once, by a person with a reason, and then stay', async () => {
		const { db } = database;
		const id = await addScenario(db, SCENARIO, ORIGIN);
		const decision = { by: 'Chủ tịch UBND tỉnh', reason: 'Theo Nghị quyết' };
		expect(await decideScenario(db, id, decision)).toBe(true);
		expect(await decideScenario(db, id, { by: 'Người khác', reason: 'x' })).toBe(false);
		expect(await deleteScenario(db, id)).toBe(false);
		const [kept] = await listScenarios(db);
		expect(kept?.decision).toMatchObject(decision);
	});

	it('can be deleted while nobody decided', async () => {
		const id = await addScenario(database.db, SCENARIO, null);
		expect(await deleteScenario(database.db, id)).toBe(true);
		expect(await deleteScenario(database.db, id)).toBe(false);
		expect(await listScenarios(database.db)).toEqual([]);
	});

	it('have a name', async () => {
		await expect(addScenario(database.db, { ...SCENARIO, name: ' ' }, null)).rejects.toThrow();
	});
});
