import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { rowOf, rowsOf } from '#lib/server/db/database.ts';
import type { BoundaryRequest } from '#lib/server/import/boundaries/boundary-request.ts';
import { collection, commune, squareRing, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DISPUTED, disputedLand } from '../fixtures/disputed-land.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

const BOTH = { repair: true, acceptTopology: true };

/** A point so many degrees east and north of 103° E 21° N. */
const at = (east: number, north: number) => [103 + east, 21 + north];

/** The faults and problems in short: kind, communes, m². */
const faultsOf = (faults: NonNullable<ImportReport['topology']>['faults']) =>
	faults.map(({ kind, units, areaM2 }) => [
		kind,
		units.map((unit) => unit.slice(0, 5)).join(' '),
		Math.round(areaM2)
	]);
const problemsOf = ({ problems }: ImportReport) =>
	problems.map(({ severity, code, unit = '' }) => `${severity} ${code} ${unit.slice(0, 5)}`);

describe.each(DRIVERS)('mending what is small on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
	});
	afterAll(async () => {
		await database.close();
		folder.remove();
	});
	afterEach(() => database.reset());

	const loadDisputed = (request: Partial<BoundaryRequest> = {}) =>
		load(database, boundaries(folder.write('xa.geojson', disputedLand()), request));

	it('refuses invalid shapes, and lists their faults with neighbours all the same', async () => {
		const report = await loadDisputed();
		expect(report.outcome).toBe('refused');
		expect(problemsOf(report)).toEqual([
			'error geometry-invalid 10005',
			'error geometry-invalid 10008',
			'error geometry-invalid 10012',
			'error overlap 10002',
			'warning gap 10010',
			'warning gap 10004',
			'warning overlap 10007',
			'warning overlap 10001'
		]);
		expect(faultsOf(report.topology!.faults)).toEqual([
			['overlap', '10002 10003 10006', 1_150_412],
			['gap', '10010 10009', 5746],
			['gap', '10004 10003', 58],
			['overlap', '10007 10008', 46],
			['overlap', '10001 10002', 35]
		]);
		expect(report.topology?.notCompared).toBeUndefined();
	});

	it('refuses what is larger than the limit, naming it, where it is not accepted', async () => {
		const before = await database.counts();
		const stated = await loadDisputed({ repair: true, repairUpToM2: 100 });
		expect(stated.outcome).toBe('refused');
		expect(problemsOf(stated)).toEqual(['error overlap 10002', 'error gap 10010']);
		// Nobody said that a gap of 0.005 % is no slip: it would not refuse the file without a repair, either.
		const unstated = await loadDisputed({ repair: true });
		expect(unstated.outcome).toBe('refused');
		expect(problemsOf(unstated)).toEqual(['error overlap 10002']);
		expect(await database.counts()).toEqual(before);
	});

	it('repairs the small and accepts the large in one load, and says who gained', async () => {
		const report = await loadDisputed(BOTH);
		expect([report.outcome, report.written]).toEqual(['loaded', 12]);
		expect(problemsOf(report)).toEqual(['warning overlap 10002', 'warning gap 10010']);
		expect(faultsOf(report.topology!.faults)).toEqual([
			['overlap', '10002 10003 10006', 1_150_412],
			['gap', '10010 10009', 5746]
		]);
		const { limitM2, changes, mended } = report.repair!;
		expect(limitM2).toBe(100);
		expect(
			changes.map(({ kind, areaM2, to, from }) => [kind, Math.round(areaM2), to, ...from])
		).toEqual([
			['gap', 58, '10004 10004'],
			['overlap', 46, '10008 10008', '10007 10007'],
			['overlap', 35, '10002 10002', '10001 10001']
		]);
		expect(changes[2]?.position[0]).toBeCloseTo(103.100_05, 5);
		expect(changes[2]?.position[1]).toBeCloseTo(21.050_015, 5);
		expect(mended.map(({ row, unit }) => [row, unit])).toEqual([
			[5, '10005 10005'],
			[8, '10008 10008'],
			[12, '10012 10012']
		]);
		// Map programs fill the hole outside, which is no land; a spike and a loop hold none either way.
		expect(mended.map(({ gainedM2, lostM2 }) => [gainedM2, Math.round(lostM2 / 1e4)])).toEqual([
			[0, 115],
			[0, 0],
			[0, 0]
		]);
		expect(report.repaired?.[0]?.unit).toBe('10005 10005');
		const { west } = await rowOf<{ west: number }>(
			database.db,
			sql`select ST_XMin(geom) as west from unit where code = '10005'`
		);
		expect(west).toBeCloseTo(103, 9);
		expect(mended[0]?.reason).toBe('Hole lies outside shell');
		const kept = await rowOf<{ report: ImportReport }>(database.db, sql`select report from source`);
		expect(kept.report.repair).toEqual(report.repair);
		expect(kept.report.repaired).toEqual(report.repaired);
	});

	it('leaves what is larger than the limit exactly as it was', async () => {
		await loadDisputed(BOTH);
		const [west, south, east, north] = DISPUTED;
		const rows = await rowsOf<{ code: string; same: boolean }>(
			database.db,
			sql`
			with disputed as (select ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326) as geom)
			select code, ST_Equals(ST_Intersection(unit.geom, disputed.geom), disputed.geom) as same
			from unit, disputed where ST_Area(ST_Intersection(unit.geom, disputed.geom)) > 1e-6 order by code`
		);
		expect(rows).toEqual(['10002', '10003', '10006'].map((code) => ({ code, same: true })));
		const { area } = await rowOf<{ area: number }>(
			database.db,
			sql`select ST_Area(ST_Difference(ST_MakeEnvelope(103.1, 21.25, 103.101, 21.2505, 4326),
				(select ST_Union(geom) from unit))) as area`
		);
		expect(area).toBeCloseTo(0.001 * 0.0005, 12);
	});

	it('repairs up to another limit', async () => {
		const report = await loadDisputed({ ...BOTH, repairUpToM2: 40 });
		expect(report.repair?.changes.map(({ areaM2 }) => Math.round(areaM2))).toEqual([35]);
		expect(faultsOf(report.topology!.faults).map(([, , areaM2]) => areaM2)).toEqual([
			1_150_412, 5746, 58, 46
		]);
	});

	it('says how much land a shape gained that ran over itself', async () => {
		const curled = [
			at(0, 0),
			at(0.1, 0),
			at(0.1, 0.1),
			at(0.05, 0.1),
			at(0.05, 0.05),
			at(0.08, 0.05),
			at(0.08, 0.12),
			at(0.02, 0.12),
			at(0.02, 0.1),
			at(0, 0.1),
			at(0, 0)
		];
		const file = folder.write('cuon.geojson', collection([commune('10001', curled)]));
		const report = await load(database, boundaries(file, { repair: true }));
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		// 0.03° by 0.05° at 21.075° north, run around twice; map programs leave that empty.
		const [{ gainedM2, lostM2 } = { gainedM2: 0, lostM2: 0 }] = report.repair!.mended;
		expect(gainedM2 / 1e6).toBeCloseTo(3.117 * 5.537, 1);
		expect(lostM2).toBe(0);
		expect(report.repaired).toEqual([{ unit: '10001 10001', gainedM2, lostM2 }]);
	});

	it('names a shape of which no area is left, and compares the others', async () => {
		const line = [
			[103.3, 21],
			[103.4, 21],
			[103.35, 21],
			[103.3, 21]
		];
		const file = folder.write(
			'duong.geojson',
			collection([
				commune('10001', squareRing(103, 21)),
				commune('10002', squareRing(103.05, 21)),
				commune('10003', line)
			])
		);
		const refused = await load(database, boundaries(file));
		expect(problemsOf(refused)).toEqual(['error geometry-invalid 10003', 'error overlap 10001']);
		expect(refused.topology?.notCompared).toEqual(['10003 10003']);
		const repaired = await load(database, boundaries(file, BOTH));
		expect(problemsOf(repaired)).toEqual([
			'error geometry-collapsed 10003',
			'warning overlap 10001'
		]);
	});
});
