import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { addRemark, deleteRemark, listRemarks } from '#lib/server/data/remarks.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const HIM_LAM = { code: '03118', validFrom: '2017-01-01' };
/** The same commune, on the boundaries after the first change. */
const HIM_LAM_NEXT = { code: '03118', validFrom: '2020-01-01' };
const OTHER = { code: '03119', validFrom: '2017-01-01' };

describe.each(DRIVERS)('remarks on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await open()));
	beforeEach(() => database.db.execute(sql`delete from remark`));
	afterAll(() => database.close());

	it('are listed with the commune and those it continues, the latest first', async () => {
		const { db } = database;
		await addRemark(db, HIM_LAM, { text: 'Tụ điểm bến xe', writtenBy: 'Nguyễn An' });
		await addRemark(db, HIM_LAM_NEXT, { text: 'Đã lắp camera', writtenBy: 'Lò Văn B' });
		await addRemark(db, OTHER, { text: 'Nơi khác', writtenBy: 'C' });
		const found = await listRemarks(db, [HIM_LAM_NEXT, HIM_LAM]);
		expect(found.map(({ text }) => text)).toEqual(['Đã lắp camera', 'Tụ điểm bến xe']);
		expect(found[0]?.writtenBy).toBe('Lò Văn B');
		expect(found[0]?.writtenAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(await listRemarks(db, [])).toEqual([]);
	});

	it('go when they are taken away, and only they', async () => {
		const { db } = database;
		const id = await addRemark(db, HIM_LAM, { text: 'Một', writtenBy: 'A' });
		await addRemark(db, HIM_LAM, { text: 'Hai', writtenBy: 'A' });
		await deleteRemark(db, id);
		await deleteRemark(db, id);
		expect((await listRemarks(db, [HIM_LAM])).map(({ text }) => text)).toEqual(['Hai']);
	});

	it('are not empty', async () => {
		await expect(addRemark(database.db, HIM_LAM, { text: '  ', writtenBy: 'A' })).rejects.toThrow();
	});
});
