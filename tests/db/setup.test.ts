import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { readSetup, readSetupFile } from '#lib/domain/setup/read-setup.ts';
import type { Setup } from '#lib/domain/setup/setup.ts';
import { loadDemonstration, loadDemonstrationIfEmpty } from '#lib/server/data/dataset.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import { saveSetup } from '#lib/server/data/setup/save-setup.ts';
import { setupRevision } from '#lib/server/data/setup/setup-revision.ts';
import { removeDemonstration } from '#lib/server/import/demonstration.ts';
import { rowOf } from '#lib/server/db/database.ts';
import { getDataState } from '#lib/server/queries/data-state.ts';
import { getSetup, getSetupUses } from '#lib/server/queries/setup.ts';
import { listSetupChanges } from '#lib/server/queries/setup-history.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const SAVED = { changedBy: 'Lò Văn An', dryRun: false };
const PROVINCE: Setup['province'] = {
	code: '99',
	name: 'Bình Minh',
	kind: 'Thành phố',
	crs: 'EPSG:9216',
	calendar: 'reporting'
};

describe.each(DRIVERS)('the set-up on $driver', ({ open }) => {
	let database: TestDatabase;
	beforeAll(async () => (database = await open()));
	afterAll(() => database.close());

	/** The set-up as it is, of a province. */
	async function current(): Promise<Setup> {
		const { province, ...rest } = await getSetup(database.db);
		return { province: province ?? PROVINCE, ...rest };
	}
	const version = async () => (await getDataState(database.db)).dataVersion;

	it('begins with the catalogue as a proposal, and no province', async () => {
		const setup = await getSetup(database.db);
		expect(setup.province).toBeNull();
		expect(setup.tracks.map(({ code }) => code)).toEqual(['TTATXH', 'ANTT', 'MATUY']);
		expect(setup.indicators).toHaveLength(35);
		expect(readSetup({ ...setup, province: PROVINCE }).faults).toEqual([]);
	});

	it('comes back as it was saved, and history has what was before', async () => {
		const before = await current();
		const after: Setup = {
			province: PROVINCE,
			tracks: [
				{ code: 'MT', nameVi: 'Ma túy', nameEn: 'Drugs', leadingIndicator: 'D03' },
				{ ...before.tracks[0]!, nameVi: 'Trật tự' },
				before.tracks[1]!
			],
			programmes: [
				{
					code: 'P22',
					nameVi: 'Từ 2022',
					nameEn: 'From 2022',
					track: 'MT',
					document: 'KH 1/KH-UBND',
					startsOn: '2022-01-01',
					endsOn: null,
					targets: [
						{ metric: 'met_share', value: 0.6 },
						{ metric: 'no_relapse_share', value: 0.85 }
					]
				}
			],
			indicators: before.indicators
				.toReversed()
				.map((each) =>
					each.code === 'C01' ? { ...each, dueDays: 20, headings: ['PPHS', 'Số vụ PPHS'] } : each
				)
				.filter(({ code }) => code !== 'K03'),
			limits: [{ part: 'C02', whole: 'C01' }]
		};
		const saved = await saveSetup(database, after, SAVED);
		expect(saved.outcome).toBe('saved');
		expect(await getSetup(database.db)).toEqual(after);
		const [change] = await listSetupChanges(database.db);
		expect(change).toMatchObject({ changedBy: 'Lò Văn An', after });
		expect(change?.before).toEqual({ ...before, province: null });
	});

	it('writes nothing where nothing differs, nor when it is only tried', async () => {
		const was = [await version(), await getSetup(database.db)];
		expect(await saveSetup(database, await current(), SAVED)).toEqual({
			outcome: 'unchanged',
			differences: []
		});
		const other = { ...(await current()), province: { ...PROVINCE, name: 'Khác' } };
		const tried = await saveSetup(database, other, { ...SAVED, dryRun: true });
		expect(tried.outcome).toBe('would-save');
		expect([await version(), await getSetup(database.db)]).toEqual(was);
		expect(await listSetupChanges(database.db)).toHaveLength(1);
	});

	it('is not brought back nor changed by a start, which leaves the version of the data alone', async () => {
		const was = [await version(), await getSetup(database.db)];
		await seedCatalogue(database.db);
		expect([await version(), await getSetup(database.db)]).toEqual(was);
		expect(await loadDemonstrationIfEmpty(database)).toBe(false);
	});

	it('is not written over what somebody else saved meanwhile', async () => {
		const mine = await current();
		const basedOn = setupRevision(mine);
		const theirs = { ...mine, province: { ...PROVINCE, name: 'Của người khác' } };
		expect((await saveSetup(database, theirs, { ...SAVED, basedOn })).outcome).toBe('saved');
		const own = { ...mine, province: { ...PROVINCE, code: null } };
		expect(await saveSetup(database, own, { ...SAVED, basedOn })).toEqual({ outcome: 'stale' });
		expect((await getSetup(database.db)).province?.name).toBe('Của người khác');
	});

	it('reads a file that has only a part', async () => {
		const stored = await getSetup(database.db);
		const { setup } = readSetupFile({ province: { ...PROVINCE, name: ' Bình   Minh ' } }, stored);
		expect(setup).toEqual({ ...stored, province: PROVINCE });
		expect((await saveSetup(database, setup!, SAVED)).outcome).toBe('saved');
	});

	it('keeps tracks and indicators that data hangs on', async () => {
		await loadDemonstration(database);
		const uses = await getSetupUses(database.db);
		expect(uses.indicators.C01?.figures).toBeGreaterThan(1000);
		const setup = await current();
		const less: Setup = {
			...setup,
			tracks: setup.tracks.filter(({ code }) => code !== 'TTATXH'),
			programmes: setup.programmes.filter(({ track }) => track !== 'TTATXH'),
			indicators: setup.indicators.filter(({ code }) => code !== 'P01'),
			limits: []
		};
		const refused = await saveSetup(database, less, SAVED);
		expect(refused).toMatchObject({
			outcome: 'in-use',
			removals: [
				{ list: 'tracks', code: 'TTATXH', uses: { plans: 0 } },
				{ list: 'indicators', code: 'P01', uses: { former: 0 } }
			]
		});
		expect(await getSetup(database.db)).toEqual(setup);
	});

	it('stands before the province of the demonstration, and stays when that is cleared', async () => {
		expect((await getSetup(database.db)).province).toEqual(PROVINCE);
		await database.db.transaction(removeDemonstration);
		expect((await getSetup(database.db)).province).toEqual(PROVINCE);
	});

	it('of the demonstration goes with it, its catalogue does not', async () => {
		await database.reset();
		await loadDemonstration(database);
		expect((await getSetup(database.db)).province?.name).toBe('Điện Biên');
		const catalogue = { ...(await getSetup(database.db)), province: null };
		await database.db.transaction(removeDemonstration);
		expect(await getSetup(database.db)).toEqual(catalogue);
	});

	it('of a database of an earlier version is not proposed again', async () => {
		const { seeded } = await rowOf<{ seeded: boolean }>(
			database.db,
			sql`select catalogue_seeded as seeded from data_state`
		);
		expect(seeded).toBe(true);
	});
});
