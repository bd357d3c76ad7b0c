import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkLoadedData } from '#lib/server/data/check-loaded-data.ts';
import { rowOf } from '#lib/server/db/database.ts';
import {
	collection,
	commune,
	grid,
	squareRing,
	temporaryFolder
} from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

/** Half and five times the tolerated share (0.1 %) of a square with sides of a tenth of a degree. */
const LITTLE = 0.000_05;
const MUCH = 0.000_5;

/** Two communes, the second reaching into the first. */
const overlapping = (by: number) =>
	collection([
		commune('10001', squareRing(103, 21)),
		commune('10002', [
			[103.1 - by, 21],
			[103.2, 21],
			[103.2, 21.1],
			[103.1 - by, 21.1],
			[103.1 - by, 21]
		])
	]);

/** Nine communes, the one in the middle drawn back from its western neighbour. */
const withGap = (by: number) => {
	const features = grid(3, 3);
	features[4] = commune('10005', [
		[103.1 + by, 21.1],
		[103.2, 21.1],
		[103.2, 21.2],
		[103.1 + by, 21.2],
		[103.1 + by, 21.1]
	]);
	return collection(features);
};

describe.each(DRIVERS)('overlaps and gaps on $driver', ({ open }) => {
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

	describe.each([
		{ kind: 'overlap' as const, file: overlapping, units: ['10001 10001', '10002 10002'] },
		{ kind: 'gap' as const, file: withGap, units: ['10004 10004', '10005 10005'] }
	])('$kind', ({ kind, file, units }) => {
		it('is a warning while it is small', async () => {
			const report = await load(
				database,
				boundaries(folder.write(`${kind}.geojson`, file(LITTLE)))
			);
			expect([report.outcome, codesOf(report)]).toEqual(['loaded', [kind]]);
			expect(report.problemCounts).toEqual({ errors: 0, warnings: 1 });
			expect((await checkLoadedData(database.db)).passed).toBe(true);
		});

		it('is refused when it is large, with its communes, size and place', async () => {
			const before = await database.counts();
			const report = await load(database, boundaries(folder.write(`${kind}.geojson`, file(MUCH))));
			expect([report.outcome, codesOf(report)]).toEqual(['refused', [kind]]);
			const [fault] = report.topology?.faults ?? [];
			expect(fault?.shareOfSmallest).toBeCloseTo(0.005, 4);
			expect(fault?.units.slice(0, 2).sort()).toEqual(units);
			// 0.0005° by 0.1° at 21° north.
			expect(fault?.areaM2).toBeGreaterThan(570_000);
			expect(fault?.areaM2).toBeLessThan(580_000);
			expect(Math.abs((fault?.position[0] ?? 0) - 103.1)).toBeLessThan(0.0006);
			expect(await database.counts()).toEqual(before);
		});

		it('is loaded when it is accepted, and stays in the source and the check', async () => {
			const request = { acceptTopology: true };
			const report = await load(
				database,
				boundaries(folder.write(`${kind}.geojson`, file(MUCH)), request)
			);
			expect([report.outcome, report.topology?.accepted]).toEqual(['loaded', true]);
			const { faults } = await rowOf<{ faults: number }>(
				database.db,
				sql`select jsonb_array_length(report->'topology'->'faults') as faults from source`
			);
			expect(faults).toBe(1);
			const checked = await checkLoadedData(database.db);
			expect(checked.passed).toBe(false);
			expect(checked.frames[0]?.faults).toHaveLength(1);
		});

		it('is mended by a repair that loses no land', async () => {
			const path = folder.write(`${kind}.geojson`, file(MUCH));
			const anySize = { repair: true, repairUpToM2: 1e9 };
			const report = await load(database, boundaries(path, anySize));
			expect([report.outcome, report.problems]).toEqual(['loaded', []]);
			expect(report.topology?.faults).toEqual([]);
			expect(report.repaired).toHaveLength(1);
			const { together, sum } = await rowOf<{ together: number; sum: number }>(
				database.db,
				sql`select ST_Area(ST_Union(geom)) as together, sum(ST_Area(geom)) as sum from unit`
			);
			expect(together).toBeCloseTo(kind === 'overlap' ? 0.02 : 0.09, 9);
			expect(sum).toBeCloseTo(together, 9);
		});
	});

	it('tells of a border that two draw with different corners, loads it, and mends it', async () => {
		const cornered = [
			[103.1, 21],
			[103.2, 21],
			[103.2, 21.1],
			[103.1, 21.1],
			[103.1, 21.04],
			[103.1, 21]
		];
		const file = folder.write(
			'cornered.geojson',
			collection([commune('10001', squareRing(103, 21)), commune('10002', cornered)])
		);
		const report = await load(database, boundaries(file));
		expect([report.outcome, codesOf(report)]).toEqual(['loaded', ['unmatched']]);
		const [fault, ...others] = report.topology?.faults ?? [];
		expect(others).toEqual([]);
		expect(fault?.units).toEqual(['10001 10001', '10002 10002']);
		// A tenth of a degree of the meridian at 21° north.
		expect(fault?.lengthM).toBeCloseTo(11_073, -1);
		expect(fault?.position).toEqual([103.1, 21.05]);
		expect((await checkLoadedData(database.db)).passed).toBe(true);
		await database.reset();
		const repaired = await load(database, boundaries(file, { repair: true }));
		expect([repaired.outcome, repaired.topology?.faults]).toEqual(['loaded', []]);
		expect(repaired.topology?.before).toHaveLength(1);
	});

	it('finds an overlap that lies across a shared border with each of its neighbours', async () => {
		// The third covers a strip of both others, across the border between them.
		const across = [
			[103.05, 21.099],
			[103.15, 21.099],
			[103.15, 21.2],
			[103.05, 21.2],
			[103.05, 21.099]
		];
		const file = folder.write(
			'across.geojson',
			collection([
				commune('10001', squareRing(103, 21)),
				commune('10002', squareRing(103.1, 21)),
				commune('10003', across)
			])
		);
		const report = await load(database, boundaries(file, { acceptTopology: true }));
		const faults = report.topology?.faults ?? [];
		expect(faults.map(({ kind, units }) => [kind, ...units].join(' '))).toEqual([
			'overlap 10001 10001 10003 10003',
			'overlap 10002 10002 10003 10003'
		]);
		expect(faults[0]?.areaM2).toBeCloseTo(faults[1]?.areaM2 ?? 0, 0);
	});

	it('finds land that three claim once, and what two of them claim beside it', async () => {
		// The third reaches over the second's border with the first, and so does the second.
		const reaching = (by: number) => [
			[103.1 - by, 21.02],
			[103.2, 21.02],
			[103.2, 21.1],
			[103.1 - by, 21.1],
			[103.1 - by, 21.02]
		];
		const file = folder.write(
			'three.geojson',
			collection([
				commune('10001', squareRing(103, 21)),
				commune('10002', reaching(0.01)),
				commune('10003', reaching(0.03))
			])
		);
		const report = await load(database, boundaries(file, { acceptTopology: true }));
		const shares = report.topology?.faults.map(({ kind, units, areaM2, shareOfSmallest }) => [
			kind,
			units.map((unit) => unit.slice(0, 5)).join(' '),
			Math.round(areaM2 / 1e5),
			shareOfSmallest.toFixed(3)
		]);
		// 0.1° by 0.08°, 0.01° by 0.08° and 0.02° by 0.08° at 21.06° north; the first is the smallest but for the second.
		expect(shares).toEqual([
			['overlap', '10002 10003', 921, '0.909'],
			['overlap', '10001 10003', 184, '0.160'],
			['overlap', '10001 10002 10003', 92, '0.091']
		]);
		const [lon = 0] = report.topology?.faults[2]?.position ?? [];
		expect(lon).toBeCloseTo(103.095, 4);
	});

	it('counts many small overlaps of the same two together', async () => {
		// Ten teeth of 0.02 % each reach into the neighbour.
		const teeth = Array.from({ length: 10 }, (_, at) => [
			[103.1, 21.1 - 0.01 * at],
			[103.098, 21.0975 - 0.01 * at],
			[103.1, 21.095 - 0.01 * at]
		]).flat();
		const file = folder.write(
			'teeth.geojson',
			collection([
				commune('10001', squareRing(103, 21)),
				commune('10002', [[103.1, 21], [103.2, 21], [103.2, 21.1], ...teeth, [103.1, 21]])
			])
		);
		const report = await load(database, boundaries(file));
		expect([report.outcome, report.problemCounts]).toEqual([
			'refused',
			{ errors: 10, warnings: 0 }
		]);
		const [fault] = report.topology?.faults ?? [];
		expect(fault?.shareOfSmallest).toBeCloseTo(0.0005, 5);
		expect(fault?.shareTogether).toBeCloseTo(0.005, 4);
	});

	it('finds that a commune stands twice', async () => {
		const file = folder.write(
			'twice.geojson',
			collection([...grid(3, 3), commune('10010', squareRing(103.1, 21.1))])
		);
		const report = await load(database, boundaries(file, { acceptTopology: true }));
		const faults = report.topology?.faults ?? [];
		expect(faults.map(({ kind, units }) => [kind, ...units])).toEqual([
			['overlap', '10005 10005', '10010 10010']
		]);
		expect(faults[0]?.shareOfSmallest).toBeCloseTo(1, 6);
	});

	it('repairs a bow tie', async () => {
		const bowTie = [
			[103, 21],
			[103.1, 21.1],
			[103.1, 21],
			[103, 21.1],
			[103, 21]
		];
		const file = folder.write('bow.geojson', collection([commune('10001', bowTie)]));
		const report = await load(database, boundaries(file, { repair: true }));
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
	});
});
