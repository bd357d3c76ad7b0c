import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '#lib/domain/class-matrix.ts';
import { frameMonths } from '#lib/domain/history.ts';
import { arcsAt, countByUnit, spreadAt } from '#lib/domain/models/spread-at.ts';
import { findSource, learnersOf, typeSince } from '#lib/domain/models/spread-source.ts';
import { monthEnd, toMonth } from '#lib/domain/period.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { listFrameSites } from '#lib/server/queries/frame-sites.ts';
import { readFrameSites } from '#lib/view/site-wire.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);
const DAY = '2026-10-31';
const CAMERA = 'Camera an ninh';

describe.each(DRIVERS)('sites of a frame on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());

	const today = (of = province) => {
		const frame = of.history.frames.at(-1) ?? expect.fail();
		return { frame, ...listFrameSites(of, frame) };
	};
	const cameraOf = ({ types }: ReturnType<typeof today>) =>
		types.find(({ nameVi }) => nameVi === CAMERA)?.code ?? expect.fail();
	const changed = async (text: string) => {
		await database.db.execute(sql`update model_site set replicated_from = ${text}
			where code = (select code from model_site where replicated_from is not null
				and founded_on >= '2025-07-01' order by code limit 1)`);
		await database.db.execute(sql`update data_state set data_version = data_version + 1`);
		const found = today(await getProvince(database.db));
		return found.sites.find(({ origin }) => origin === text) ?? expect.fail();
	};

	it('has the figures that the look was drawn with', () => {
		const found = today();
		const { types, totals } = spreadAt(found.sites, DAY);
		expect(found.frame.unitIds).toHaveLength(45);
		expect(totals).toEqual({ sites: 263, types: 11, communes: 41, copies: 112, unplaced: 0 });
		const camera = cameraOf(found);
		expect(types.find(({ code }) => code === camera)).toEqual({
			code: camera,
			sites: 27,
			copies: 13
		});
		expect(typeSince(found.sites, camera)).toBe('2018-04-18');
		const source = findSource(found.sites, DAY, { type: camera }) ?? expect.fail();
		expect(source).toMatchObject({ commune: 'Xã Mường Lói', foundedOn: '2018-04-18' });
		const learners = learnersOf(found.sites, source.id, DAY).map(({ commune }) => commune);
		expect(learners.toSorted()).toEqual(['Xã Mường Nhé', 'Xã Quài Nưa', 'Xã Sa Lông']);
		expect(arcsAt(found.sites, DAY, { type: camera }).length).toBeGreaterThan(0);
	});

	it('counts as the matrix does, in every month of every frame', () => {
		for (const frame of province.history.frames) {
			const { sites } = listFrameSites(province, frame);
			const matrix = province.siteCountMatrix({ frame, last: LAST, all: false });
			const { from, to } = frameMonths(frame, LAST, province.history.calendar);
			for (let month = from; month <= to; month++) {
				const day = monthEnd(month, province.history.calendar);
				const counts = countByUnit(sites, day);
				const rows = matrix.unitIds.map((id, row) => [
					counts.get(id) ?? 0,
					codeAt(matrix, row, month)
				]);
				expect(rows.filter(([own, theirs]) => own !== theirs)).toEqual([]);
				const { types, totals } = spreadAt(sites, day);
				const sum = [...counts.values()].reduce((total, count) => total + count, 0);
				expect(sum + totals.unplaced).toBe(totals.sites);
				expect(types.reduce((total, type) => total + type.sites, 0)).toBe(totals.sites);
			}
		}
	});

	it('has every site, and finds the origin that it states', async () => {
		const { sites } = today();
		expect(sites).toHaveLength(
			[...province.history.sites.values()].reduce((total, list) => total + list.length, 0)
		);
		for (const site of sites) {
			expect(site.originId === null).toBe(site.origin === null);
			const origin = sites.find(({ id }) => id === site.originId);
			expect(origin?.unitId ?? null).toBe(site.originUnitId);
			expect(origin?.type ?? site.type).toBe(site.type);
		}
	});

	it('reaches the page as it was computed', () => {
		const { types, sites } = today();
		expect(readFrameSites(JSON.parse(JSON.stringify({ types, sites })))).toEqual({ types, sites });
		expect(() => readFrameSites({ types, sites: [{ id: 1 }] })).toThrow();
	});

	it('takes a commune for the origin, by code or name, where no site is named', async () => {
		const unit = [...province.history.units.values()].find(
			({ name, validTo }) => name === 'Mường Nhà' && validTo === null
		);
		for (const text of [unit?.code ?? '', 'xã Mường Nhà']) {
			expect(await changed(text)).toMatchObject({ originId: null, originUnitId: unit?.id });
			await database.db.execute(sql`update model_site set replicated_from = 'DM001'
				where replicated_from = ${text}`);
		}
		expect(await changed('không rõ')).toMatchObject({ originId: null, originUnitId: null });
	});
});
