import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Slide } from '#lib/domain/story/story.ts';
import {
	addStory,
	deleteStory,
	findStory,
	listStories,
	saveStory
} from '#lib/server/data/stories.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const SLIDES: Slide[] = [
	{
		kind: 'view',
		key: 'a',
		title: 'Trước sáp nhập "129"',
		note: '',
		speaker: "L'avant",
		view: 't=2025-06&unit=03158',
		date: '2026-11-26',
		playFrom: '2017-01',
		seen: { dataVersion: 7, counts: [[0, 86]] }
	},
	{ kind: 'text', key: 'b', title: 'Kết luận', note: '', speaker: '', text: 'Ba việc\nphải làm' }
];

describe.each(DRIVERS)('presentations on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await open()));
	beforeEach(() => database.db.execute(sql`delete from story`));
	afterAll(() => database.close());

	it('come back exactly as they were saved', async () => {
		const { db } = database;
		const made = await addStory(db, { title: 'Sơ kết', slides: SLIDES });
		expect(made).toMatchObject({ title: 'Sơ kết', revision: 1, slides: SLIDES });
		expect(await findStory(db, made.id)).toEqual(made);
		expect(await listStories(db)).toEqual([made]);
	});

	it('are saved over the revision that they were made from, and over no other', async () => {
		const { db } = database;
		const made = await addStory(db, { title: 'Sơ kết', slides: SLIDES });
		const mine = await saveStory(db, { ...made, title: 'Sơ kết giai đoạn 1' });
		expect(mine).toMatchObject({ title: 'Sơ kết giai đoạn 1', revision: 2 });
		// Somebody who still has revision 1 does not overwrite it.
		expect(await saveStory(db, { ...made, title: 'Khác', slides: [] })).toBeUndefined();
		expect(await findStory(db, made.id)).toEqual(mine);
	});

	it('have the day that it was in Vietnam when they were saved', async () => {
		const { db } = database;
		const { id } = await addStory(db, { title: 'Sơ kết', slides: SLIDES });
		await db.execute(sql`update story set updated_at = '2026-11-25T18:30:00Z'`);
		expect((await findStory(db, id))?.updatedAt).toBe('2026-11-26');
	});

	it('are deleted once, and do not change the data’s version', async () => {
		const { db } = database;
		const version = async () =>
			JSON.stringify(await db.execute(sql`select data_version from data_state`));
		const before = await version();
		const { id } = await addStory(db, { title: 'A', slides: [] });
		expect(await deleteStory(db, id)).toBe(true);
		expect(await deleteStory(db, id)).toBe(false);
		expect(await findStory(db, id)).toBeUndefined();
		expect(await version()).toBe(before);
	});
});
