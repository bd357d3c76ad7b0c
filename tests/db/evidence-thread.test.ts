import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { localEvidence } from '#lib/server/evidence/evidence-service.ts';
import { EvidenceThread } from '#lib/server/evidence/evidence-thread.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { getNeighbours } from '#lib/server/queries/neighbours.ts';
import { toMonth } from '#lib/domain/period.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);
const track = 'TTATXH';

describe.each(DRIVERS)('evidence computed in a thread, on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	const thread = new EvidenceThread();
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(async () => {
		await thread.close();
		await database.close();
	});

	it('is the same as computed here', async () => {
		const here = localEvidence(province.history);
		const there = thread.serviceOf(province.history);
		const frame = province.history.frames.at(-1)!;
		const scope = {
			frame,
			last: LAST,
			all: false,
			track,
			base: 'same-period' as const,
			question: 'own' as const
		};
		const unitId = frame.unitIds[3]!;
		const around = await getNeighbours(database.db, frame);
		const months = { from: LAST - 1, to: LAST };
		for (const service of [here, there]) {
			expect(await service.ask('unitTrends', scope, unitId)).toEqual(
				await here.ask('unitTrends', scope, unitId)
			);
		}
		expect(await there.ask('trendMatrix', scope)).toEqual(await here.ask('trendMatrix', scope));
		expect(await there.ask('monthFigures', scope, LAST)).toEqual(
			await here.ask('monthFigures', scope, LAST)
		);
		const layer = ['layerMatrix', scope, 'cluster', months, around] as const;
		expect(await there.ask(...layer)).toEqual(await here.ask(...layer));
	});

	it('begins again after the thread was lost, and tells those who waited', async () => {
		const service = thread.serviceOf(province.history);
		const frame = province.history.frames.at(-1)!;
		const asked = [{ frame, last: LAST, all: false, track }, LAST, new Map()] as const;
		const waiting = service.ask('watchList', ...asked);
		const lost = expect(waiting).rejects.toThrow('ended');
		await thread.close();
		await lost;
		expect(await service.ask('watchList', ...asked)).toHaveLength(frame.unitIds.length);
	});
});
