import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import type { BoundaryRequest } from '#lib/server/import/boundaries/boundary-request.ts';
import {
	collection,
	commune,
	grid,
	squareRing,
	temporaryFolder
} from '../fixtures/boundary-file.ts';
import { archive } from '../fixtures/broken/archive.ts';
import { featureOf, squaresOf } from '../fixtures/known-communes.ts';
import { shapefile } from '../fixtures/shapefile.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

const CODES = ['03127', '03151', '03158', '03203', '03301', '03334'];
const SQUARES = squaresOf(CODES);
/** "Phường Điện Biên Phủ" ends inside its ê. */
const CUT_BYTES = 21;
const TODAY = { validFrom: '2025-07-01' };

/** Two of the communes in VN-2000 / TM-3 103-00: easting, northing. */
const PROJECTED = [
	{ ...SQUARES[0]!, ring: squareRing(502_300, 2_365_400, 7000) },
	{ ...SQUARES[5]!, ring: squareRing(500_400, 2_361_000, 4000) }
];
const exchanged = PROJECTED.map((square) => ({
	...square,
	ring: square.ring.map(([east, north]) => [north!, east!])
}));

describe.each(DRIVERS)('boundaries held against what is known on $driver', ({ open }) => {
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

	async function loadFeatures(
		features: unknown[],
		request: Partial<BoundaryRequest> = TODAY
	): Promise<ImportReport> {
		const file = folder.write('xa.geojson', collection(features));
		return load(database, boundaries(file, request));
	}
	const stored = () =>
		rowsOf<{ code: string; name: string; kind: string }>(
			database.db,
			sql`select code, name, kind from unit order by code`
		);
	const good = () => SQUARES.map((square) => featureOf(square));

	it('gives codes their leading zeros back, however they were written', async () => {
		const written = [3127, '3151', '3158.0', ' 03203 ', 3301.0, '03334'];
		const report = await loadFeatures(
			SQUARES.map((square, index) => featureOf(square, { code: written[index] }))
		);
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		expect((await stored()).map(({ code }) => code)).toEqual(CODES);
	});

	it('pads the codes of districts and provinces to their own length', async () => {
		const request = { validFrom: '2017-01-01', validTo: '2025-06-30' };
		await loadFeatures([commune('94', squareRing(103, 21))], { ...request, level: 'district' });
		await loadFeatures([commune('4', squareRing(106, 22))], { ...request, level: 'province' });
		expect((await stored()).map(({ code }) => code)).toEqual(['04', '094']);
	});

	it('refuses a code of another province and names both', async () => {
		const report = await loadFeatures([
			...good(),
			commune('03646', squareRing(103.45, 21.7, 0.05), 'Tô Hiệu')
		]);
		expect(report.problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'code-other-province',
				row: 7,
				detail: { known: 'Tỉnh Sơn La', found: 'Tỉnh Điện Biên' }
			})
		]);
	});

	it('refuses an unknown code in boundaries of today and suggests the one that is meant', async () => {
		const features = good();
		features[4] = featureOf(SQUARES[4]!, { code: '03300' });
		const report = await loadFeatures(features);
		expect(report.problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'code-not-in-directory',
				row: 5,
				value: '03300',
				detail: expect.objectContaining({ near: expect.stringContaining('03301') })
			})
		]);
		const former = await loadFeatures(features, { ...TODAY, validTo: '2026-06-30' });
		expect([former.outcome, codesOf(former)]).toEqual(['loaded', ['codes-unknown']]);
	});

	it('refuses a former code in boundaries of today', async () => {
		const report = await loadFeatures([
			...good(),
			commune('03343', squareRing(103.45, 21.7, 0.05), 'Thanh An')
		]);
		expect(codesOf(report)).toEqual(['code-not-in-directory']);
	});

	it('compares a made-up province with itself only', async () => {
		const report = await loadFeatures(grid(3, 3));
		expect([report.outcome, codesOf(report)]).toEqual(['loaded', ['codes-unknown']]);
		expect(report.problemCounts).toEqual({ errors: 0, warnings: 1 });
	});

	it('refuses the file of another province than the one that is loaded', async () => {
		await loadFeatures(good());
		const sonLa = squaresOf(['03646', '03664', '03670', '04246']).map((each) => featureOf(each));
		const report = await loadFeatures(sonLa);
		expect(report.problems).toContainEqual(
			expect.objectContaining({
				severity: 'error',
				code: 'province-other',
				detail: { known: 'Tỉnh Điện Biên', found: 'Tỉnh Sơn La' }
			})
		);
	});

	it('notices axes that are swapped in projected coordinates, and exchanges them when told', async () => {
		const features = exchanged.map((square) => featureOf(square));
		const named = { ...TODAY, crs: 'EPSG:9205' };
		const refused = await loadFeatures(features, named);
		expect(refused.problems).toEqual([
			expect.objectContaining({ severity: 'error', code: 'axes-swapped', value: '2361000' })
		]);
		const report = await loadFeatures(features, { ...named, swapAxes: true });
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const [first] = await rowsOf<{ lon: number; lat: number }>(
			database.db,
			sql`select label_lon as lon, label_lat as lat from unit order by code limit 1`
		);
		expect([first?.lon.toFixed(1), first?.lat.toFixed(1)]).toEqual(['103.1', '21.4']);
	});

	it('exchanges longitude and latitude when told', async () => {
		const features = SQUARES.map((square) =>
			featureOf({ ...square, ring: square.ring.map(([lon, lat]) => [lat!, lon!]) })
		);
		expect(codesOf(await loadFeatures(features))).toEqual(['looks-swapped']);
		const report = await loadFeatures(features, { ...TODAY, swapAxes: true });
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
	});

	it('names the one feature whose axes are swapped', async () => {
		const features = good();
		features[2] = featureOf({
			...SQUARES[2]!,
			ring: SQUARES[2]!.ring.map(([lon, lat]) => [lat!, lon!])
		});
		const report = await loadFeatures(features);
		expect(report.problems).toEqual([
			expect.objectContaining({ code: 'looks-swapped', row: 3, unit: '03158 Sín Thầu' })
		]);
	});

	it('names the zone in which coordinates of a wrong one would fit', async () => {
		const features = PROJECTED.map((square) => featureOf(square));
		const report = await loadFeatures(features, { ...TODAY, crs: 'EPSG:9206' });
		expect(report.problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'file-misplaced',
				detail: expect.objectContaining({ crs: expect.stringContaining('EPSG:9205') })
			})
		]);
		expect(report.crsCandidates?.[0]?.code).toBe('EPSG:9205');
	});

	it('refuses a province that lies elsewhere, in one message', async () => {
		const moved = SQUARES.map((square) =>
			featureOf({ ...square, ring: square.ring.map(([lon, lat]) => [lon! + 1.5, lat!]) })
		);
		const report = await loadFeatures(moved);
		expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([
			expect.objectContaining({
				code: 'file-misplaced',
				detail: expect.objectContaining({ count: 6, known: expect.closeTo(155, -1) })
			})
		]);
	});

	it('refuses boundaries outside the country, of whatever province', async () => {
		const report = await loadFeatures([commune('99999', squareRing(119.5, 4))]);
		expect(codesOf(report)).toContain('outside-country');
		expect(report.outcome).toBe('refused');
	});

	it('names communes whose shapes were exchanged', async () => {
		const features = good();
		features[0] = featureOf({ ...SQUARES[0]!, ring: SQUARES[5]!.ring });
		features[5] = featureOf({ ...SQUARES[5]!, ring: SQUARES[0]!.ring });
		const report = await loadFeatures(features);
		expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([
			expect.objectContaining({
				code: 'unit-on-another',
				row: 1,
				detail: { found: '03334 Mường Thanh' }
			}),
			expect.objectContaining({
				code: 'unit-on-another',
				row: 6,
				detail: { found: '03127 Điện Biên Phủ' }
			})
		]);
	});

	it('names a commune that lies where none is', async () => {
		const features = good();
		features[4] = featureOf({ ...SQUARES[4]!, ring: squareRing(102.8, 21.85, 0.08) });
		expect((await loadFeatures(features)).problems).toContainEqual(
			expect.objectContaining({ severity: 'error', code: 'unit-misplaced', row: 5 })
		);
	});

	it('warns where a commune of a made-up province lies far from itself in another period', async () => {
		await loadFeatures(grid(3, 3), { validTo: '2025-06-30' });
		const moved = grid(3, 3);
		moved[8] = commune('10009', squareRing(103.5, 21.4));
		const report = await loadFeatures(moved);
		expect([report.outcome, report.problems.map(({ code, row }) => [code, row])]).toEqual([
			'loaded',
			[
				['codes-unknown', undefined],
				['unit-misplaced', 9]
			]
		]);
	});

	it('leaves slight differences alone', async () => {
		const moved = SQUARES.map((square) =>
			featureOf({ ...square, ring: square.ring.map(([lon, lat]) => [lon! + 0.008, lat! - 0.006]) })
		);
		const report = await loadFeatures(moved);
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
	});

	it('refuses a part far from the rest of its commune', async () => {
		const features = good();
		features[3] = {
			...features[3]!,
			geometry: {
				type: 'MultiPolygon',
				coordinates: [[SQUARES[3]!.ring], [squareRing(103.6, 21.2, 0.02)]]
			}
		};
		expect((await loadFeatures(features)).problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'part-far',
				row: 4,
				unit: '03203 Xã Na Son',
				position: [expect.closeTo(103.61, 5), expect.closeTo(21.21, 5)]
			})
		]);
	});

	it('reads names with every kind of space, and completes one that was cut', async () => {
		const names = [
			'Phường\u00a0Điện\u00a0Biên\u00a0Phủ',
			'P.\u2009Mường Lay',
			'Xã Sín Thầu\u200b',
			'X.Na Son',
			'Búng L',
			'Phường Mường T'
		];
		const report = await loadFeatures(
			SQUARES.map((square, index) => featureOf(square, { name: names[index] }))
		);
		expect(report.outcome).toBe('loaded');
		expect(report.problems.map(({ severity, code, row }) => [severity, code, row])).toEqual([
			['warning', 'name-spelled-otherwise', 5],
			['warning', 'name-spelled-otherwise', 6]
		]);
		expect((await stored()).map(({ name }) => name)).toEqual(SQUARES.map(({ name }) => name));
	});

	it('completes names that a table cut inside a letter', async () => {
		const units = SQUARES.map(({ code, name, kind, ring }) => ({
			code,
			name: `${kind} ${name}`,
			ring
		}));
		const parts = Object.entries(shapefile(units, CUT_BYTES));
		const entries = parts.map(([ending, content]) => ({ name: `xa${ending}`, content }));
		const file = folder.write('cat-giua-chu.zip', archive(entries));
		const report = await load(database, boundaries(file, TODAY));
		expect(report.outcome).toBe('loaded');
		expect(codesOf(report)).toEqual(['name-spelled-otherwise']);
		expect((await stored()).map(({ name }) => name)).toEqual(SQUARES.map(({ name }) => name));
	});

	it('warns of a name that is spelled otherwise, and refuses another commune’s', async () => {
		const features = good();
		features[2] = featureOf(SQUARES[2]!, { name: 'Xín Thầu' });
		features[3] = featureOf(SQUARES[3]!, { name: 'Xã Xa Dung' });
		const report = await loadFeatures(features);
		expect(report.problems).toEqual([
			expect.objectContaining({
				severity: 'error',
				code: 'unit-name-differs',
				row: 4,
				detail: expect.objectContaining({ found: '03208 Xã Xa Dung' })
			}),
			expect.objectContaining({ severity: 'warning', code: 'name-spelled-otherwise', row: 3 })
		]);
	});

	it('finds communes without codes within one province, by kind and accents', async () => {
		const before = squaresOf(['03263', '03365', '03371', '03127'], 'before');
		const names = ['Xã Nà Tòng', 'Xã Na Tông', 'x. nong u', 'Phường Him Lam'];
		const features = before.map((square, index) =>
			featureOf(square, { code: undefined, type: undefined, name: names[index] })
		);
		const report = await loadFeatures(features, { validFrom: '2020-01-01', validTo: '2025-06-30' });
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		expect((await stored()).map(({ code }) => code)).toEqual(['03127', '03263', '03365', '03371']);
	});

	it('does not look for names in other provinces', async () => {
		const features = [
			...SQUARES.map((square) => featureOf(square, { code: undefined })),
			featureOf(
				{ code: '', name: 'Tô Hiệu', kind: 'Phường', ring: squareRing(103.5, 21.6, 0.05) },
				{ code: undefined }
			)
		];
		const report = await loadFeatures(features);
		expect(report.problems).toEqual([
			expect.objectContaining({ severity: 'error', code: 'name-unmatched', row: 7 })
		]);
	});
});
