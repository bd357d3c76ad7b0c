import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { rowOf } from '#lib/server/db/database.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { getModelStudy } from '#lib/server/queries/model-study.ts';
import { readModelStudy } from '#lib/view/model-wire.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);

describe.each(DRIVERS)('models on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());

	const study = async (model: string | null, on: string | null = null, last = LAST) =>
		(await getModelStudy(database.db, province, { model, on, track: 'TTATXH', last })) ??
		expect.fail();

	/** The province once it was changed behind the application's back. */
	const changedProvince = async () => {
		await database.db.execute(sql`update data_state set data_version = data_version + 1`);
		return getProvince(database.db);
	};

	it('studies the type in the most communes, on the boundaries of today', async () => {
		const found = await study(null);
		expect(found).toMatchObject({ model: 'MH03', frame: '2025-07-01', until: LAST, unplaced: 0 });
		expect(found.models).toHaveLength(12);
		expect(found.models[0]).toMatchObject({ communes: 25 });
		expect(found.curve.of).toBe(45);
		expect(found.curve.points.at(-1)).toEqual({ month: LAST, communes: 25 });
		expect(found.curve.points[0]).toEqual({ month: toMonth(2015, 10), communes: 1 });
	});

	it('counts the sites and stated origins that the database holds', async () => {
		for (const { model, copies } of (await study(null)).models) {
			const held = await rowOf<{ sites: number; stated: number; active: number }>(
				database.db,
				sql`select count(*)::int as sites, count(replicated_from)::int as stated,
						count(*) filter (where retired_on is null or retired_on > '2026-10-31')::int as active
					from model_site where model_code = ${model.code} and founded_on <= '2026-10-31'`
			);
			const found = await study(model.code);
			expect(found.copies).toMatchObject({ sites: held.sites, stated: held.stated, unknown: 0 });
			expect(copies).toBe(held.stated);
			expect(found.models.find((row) => row.model.code === model.code)?.sites).toBe(held.active);
			expect(found.copies.children.reduce((sum, child) => sum + child.copies, 0)).toBe(held.stated);
			expect(found.copies.generations.reduce((sum, count) => sum + count, 0)).toBe(held.sites);
			// Fewer than half of the demonstration's sites state an origin.
			expect(found.copies.enough).toBe(false);
		}
	});

	it('adds every first site of a commune up, but for those of the first day', async () => {
		const found = await study('MH03', '2020-01-01');
		expect(found.until).toBe(toMonth(2025, 6));
		expect(found.curve.of).toBe(129);
		expect(found.spread.adoptions).toBe(found.crime.adopters - 1);
		expect(found.spread).toMatchObject({ adoptions: 26, bordering: 10, verdict: 'no-more' });
		expect(found.spread.variance).toBeGreaterThan(5);
		expect((await study('MH01')).spread).not.toHaveProperty('verdict');
	});

	it('gives no figure of crime where most adopters were approved', async () => {
		expect((await study('MH01')).crime).toEqual({ adopters: 24, approved: 21, tooMany: true });
		expect((await study('MH10', '2020-01-01')).crime).toEqual({
			adopters: 12,
			approved: 3,
			tooMany: false
		});
	});

	it('does not change what was, when a later month is added', async () => {
		const early = await study('MH08', null, toMonth(2025, 12));
		const late = await study('MH08');
		expect(late.curve.points.slice(0, early.curve.points.length)).toEqual(early.curve.points);
		expect(late.spread.adoptions).toBeGreaterThanOrEqual(early.spread.adoptions);
	});

	it('gives way to the usual where a link names what is not there', async () => {
		expect(await study('MH99', '1999-01-01')).toEqual(await study(null));
	});

	it('reaches the page as it was computed', async () => {
		const found = await study('MH05');
		expect(readModelStudy(JSON.parse(JSON.stringify(found)))).toEqual(found);
	});

	it('lists what a person is to look at, once something is amiss', async () => {
		expect((await study(null)).review).toEqual({ idle: [], doubled: [], orphaned: [] });
		await database.db.execute(
			sql`update model_site set teams = 0, replicated_from = 'DM999' where code = 'DM001'`
		);
		await database.db.execute(
			sql`insert into model_site (code, model_code, unit_id, name, founded_on, lon, lat, teams, source_id)
				select 'DM900', model_code, unit_id, 'Kẻng bản mới', '2024-01-01', lon, lat + 0.001, 2, source_id
				from model_site where code = 'DM001'`
		);
		const found = await getModelStudy(database.db, await changedProvince(), {
			model: null,
			on: null,
			track: 'TTATXH',
			last: LAST
		});
		expect(found?.review.idle.map(({ code }) => code)).toEqual(['DM001']);
		expect(found?.review.idle[0]?.commune.validTo).toBeNull();
		expect(found?.review.orphaned).toMatchObject([
			{ site: { code: 'DM001' }, reasons: ['origin-unknown'] }
		]);
		const [pair] = found?.review.doubled ?? [];
		expect(pair?.sites.map(({ code }) => code)).toEqual(['DM001', 'DM900']);
		expect(pair).toMatchObject({ sameName: false });
		expect(pair?.nearestM).toBeCloseTo(110.7, 0);
	});

	it('has nothing to study before there are types, or boundaries', async () => {
		const nothing = async () =>
			getModelStudy(database.db, await changedProvince(), {
				model: null,
				on: null,
				track: '',
				last: LAST
			});
		await database.db.execute(sql`delete from community_model`);
		expect(await nothing()).toBeUndefined();
		await database.reset();
		expect(await nothing()).toBeUndefined();
	});
});
