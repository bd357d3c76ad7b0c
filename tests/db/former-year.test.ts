import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from '#lib/server/db/database.ts';
import { communes, LAST_DAY_BEFORE, MERGED_ON } from '../fixtures/broken/communes.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

/** Forms that compare with the same period of the year before, over the merger of 01/07/2025. */
describe.each(DRIVERS)('the former year in official forms on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
		const { before, after, succession } = communes();
		const recorded =
			'Mã xã,Chỉ tiêu,Kỳ,Số liệu\n03154,C01,08/2024,2\n03155,C01,08/2024,3\n03158,C01,08/2024,4\n03343,C01,08/2024,6\n';
		for (const request of [
			boundaries(folder.write('before.geojson', before), { validTo: LAST_DAY_BEFORE }),
			boundaries(folder.write('after.geojson', after), { validFrom: MERGED_ON }),
			{ subject: 'succession' as const, file: folder.write('mergers.csv', succession) },
			{ subject: 'indicators' as const, file: folder.write('2024.csv', recorded) }
		]) {
			const { outcome, problemCounts } = await load(database, request);
			expect([outcome, problemCounts.errors]).toEqual(['loaded', 0]);
		}
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});

	const form = (rows: string) =>
		folder.write(
			'form.csv',
			`Chỉ tiêu: C01\nTháng 8 năm 2025\nMã xã,Kỳ này,Cùng kỳ 2024,"Tăng, giảm"\n${rows}`
		);

	it('agrees with the sum of the communes that were merged, without a word', async () => {
		const file = form('03158,7,9,-2\n03343,5,6,-1\n');
		const report = await load(database, { subject: 'indicators', file }, { dryRun: true });
		expect([report.outcome, report.problems]).toEqual(['would-load', []]);
		expect(report.written).toBe(2);
	});

	it('is listed where it differs, and not loaded', async () => {
		const file = form('03158,7,10,-3\n03343,5,6,-1\n03387,1,4,-3\n');
		const report = await load(database, { subject: 'indicators', file });
		expect(report.outcome).toBe('loaded');
		expect(report.problems).toMatchObject([
			{
				severity: 'warning',
				code: 'former-differs',
				value: '10',
				unit: '03158 Xã Sín Thầu',
				detail: { part: 'C01', known: 9, date: '08/2024' }
			}
		]);
		const { count } = await rowOf<{ count: number }>(
			database.db,
			sql`select count(*)::int as count from observation where period_start >= '2025-01-01'`
		);
		expect(count).toBe(3);
	});
});
