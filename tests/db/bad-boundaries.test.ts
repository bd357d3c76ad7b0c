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
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';

/** A file that must be refused, and why. */
interface BadFile {
	what: string;
	content: string | Uint8Array;
	request?: Partial<BoundaryRequest>;
	problem: Partial<ImportReport['problems'][number]>;
}

const point = { type: 'Point', coordinates: [103, 21] };
/** The first commune of a good file with another shape. */
const withRing = (ring: unknown[]) =>
	collection([
		{ ...commune('10001', []), geometry: { type: 'Polygon', coordinates: [ring] } },
		...grid(2, 1).slice(1)
	]);
const square = squareRing(103, 21);
const swapped = grid(2, 2).map((feature, index) =>
	commune(
		String(10_001 + index),
		(feature.geometry as { coordinates: number[][][] }).coordinates[0]!.map(([x, y]) => [y!, x!])
	)
);
const projected = [commune('10001', squareRing(501_556.189, 2_365_683.531, 10_000))];
const withoutCode = grid(2, 1).map(({ properties, ...rest }) => ({
	...rest,
	properties: { name: properties?.['name'], area: 1 }
}));

const BAD_FILES: BadFile[] = [
	{ what: 'an empty file', content: '', problem: { code: 'file-empty' } },
	{ what: 'text', content: 'mã,tên\n1,2\n', problem: { code: 'format-unknown' } },
	{
		what: 'a file cut short',
		content: collection(grid(2, 1)).slice(0, -20),
		problem: { code: 'not-json' }
	},
	{ what: 'other JSON', content: '{"a": [1, 2]}', problem: { code: 'not-geojson' } },
	{
		what: 'a single feature',
		content: JSON.stringify(grid(1, 1)[0]),
		problem: { code: 'not-geojson', value: 'Feature' }
	},
	{ what: 'an empty collection', content: collection([]), problem: { code: 'no-features' } },
	{
		what: 'a feature that is not JSON',
		content: collection(grid(2, 1)).replace('"code":"10002"', '"code":10002x'),
		problem: { code: 'feature-not-json', row: 2 }
	},
	{
		what: 'a layer of points',
		content: collection([{ ...commune('10001', []), geometry: point }]),
		problem: { code: 'not-polygon', row: 1, value: 'Point' }
	},
	{
		what: 'a feature without a shape',
		content: collection([{ ...commune('10001', []), geometry: null }]),
		problem: { code: 'not-polygon', row: 1 }
	},
	{
		what: 'a file without codes, of communes whose names nobody knows',
		content: collection(withoutCode),
		problem: { code: 'name-unmatched', row: 1, column: 'name' }
	},
	{
		what: 'a code field that is not there',
		content: collection(grid(2, 1)),
		request: { code: 'MA_XA' },
		problem: { code: 'field-missing', column: 'MA_XA' }
	},
	{
		what: 'a missing code',
		content: collection([commune('', square), ...grid(2, 1).slice(1)]),
		problem: { code: 'code-missing', row: 1 }
	},
	{
		what: 'a missing name',
		content: collection([commune('10001', square, ''), ...grid(2, 1).slice(1)]),
		problem: { code: 'name-missing', row: 1 }
	},
	{
		what: 'a code that stands twice',
		content: collection([...grid(2, 1), commune('10001', squareRing(103.2, 21))]),
		problem: { code: 'code-duplicated', row: 3, value: '10001', detail: { first: 1 } }
	},
	{
		what: 'a coordinate null',
		content: withRing([...square.slice(0, 2), [103.1, null], ...square.slice(3)]),
		problem: { code: 'coordinate-not-number', row: 1, value: '[103.1,null]' }
	},
	{
		what: 'a coordinate NaN',
		content: withRing(square).replace('[103.1,21]', '[NaN,21]'),
		problem: { code: 'feature-not-json', row: 1 }
	},
	{
		what: 'swapped coordinates',
		content: collection(swapped),
		problem: { code: 'looks-swapped' }
	},
	{
		what: 'metres without a reference system',
		content: collection(projected),
		problem: { code: 'looks-projected', value: '501556, 2365684' }
	},
	{
		what: 'a reference system that is none',
		content: collection(projected),
		request: { crs: 'VN2000' },
		problem: { code: 'crs-unknown', value: 'VN2000' }
	},
	{
		what: 'a reference system that does not exist',
		content: collection(projected),
		request: { crs: 'EPSG:99999' },
		problem: { code: 'transform-failed', value: 'EPSG:99999' }
	},
	{
		what: 'degrees said to be metres',
		content: collection(grid(2, 1)),
		request: { crs: 'EPSG:9205' },
		problem: { code: 'transform-failed', value: 'EPSG:9205' }
	},
	{
		what: 'a ring that does not close',
		content: withRing(square.slice(0, 4)),
		problem: { code: 'ring-open', row: 1, unit: '10001 Xã 10001' }
	},
	{
		what: 'a ring of three points',
		content: withRing(square.slice(0, 3)),
		problem: { code: 'geometry-collapsed', row: 1 }
	},
	{
		what: 'a bow tie',
		content: withRing([
			[103, 21],
			[103.1, 21.1],
			[103.1, 21],
			[103, 21.1],
			[103, 21]
		]),
		problem: { code: 'geometry-invalid', row: 1, detail: { reason: 'Self-intersection' } }
	},
	{
		what: 'dates in the wrong order',
		content: collection(grid(2, 1)),
		request: { validFrom: '2020-01-01', validTo: '2019-12-31' },
		problem: { code: 'dates-reversed' }
	}
];

describe.each(DRIVERS)('bad boundary files on $driver', ({ driver, open }) => {
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

	it.each(BAD_FILES)('refuses $what ($problem.code)', async ({ content, request, problem }) => {
		const before = await database.counts();
		const report = await load(database, boundaries(folder.write('bad.geojson', content), request));
		expect(report.outcome).toBe('refused');
		expect(report.problems).toContainEqual(
			expect.objectContaining({
				severity: 'error',
				...problem,
				...(problem.detail ? { detail: expect.objectContaining(problem.detail) } : {})
			})
		);
		expect(await database.counts()).toEqual(before);
		// The connection must still be of use, also when reading ended in the middle.
		const good = folder.write('good.geojson', collection(grid(2, 1)));
		expect((await load(database, boundaries(good), { dryRun: true })).outcome).toBe('would-load');
	});

	it('names the place of a bow tie', async () => {
		const content = BAD_FILES.find(({ what }) => what === 'a bow tie')!.content;
		const report = await load(database, boundaries(folder.write('bow.geojson', content)));
		const [lon, lat] = report.problems[0]?.position ?? [0, 0];
		expect(lon).toBeCloseTo(103.05, 9);
		expect(lat).toBeCloseTo(21.05, 9);
	});

	it('refuses a file that is not there, and a folder', async () => {
		const missing = await load(database, boundaries(`${folder.path}/none.geojson`));
		expect(codesOf(missing)).toEqual(['file-not-found']);
		expect(codesOf(await load(database, boundaries(folder.path)))).toEqual(['file-unreadable']);
	});

	it('refuses state secrets', async () => {
		const file = folder.write('good.geojson', collection(grid(2, 1)));
		const report = await load(database, boundaries(file), { sensitivity: 'state-secret' });
		expect(codesOf(report)).toEqual(['state-secret']);
	});

	it('refuses a code that is valid already on some of the days', async () => {
		const first = folder.write('first.geojson', collection(grid(2, 1)));
		await load(database, boundaries(first, { validTo: '2019-12-31' }));
		const second = folder.write('second.geojson', collection(grid(2, 2)));
		const report = await load(database, boundaries(second, { validFrom: '2019-12-01' }));
		expect(codesOf(report)).toEqual(['validity-overlaps']);
		expect(report.problemCounts.errors).toBe(2);
		expect((await database.counts())['unit']).toBe(2);
		const after = await load(database, boundaries(second, { validFrom: '2020-01-01' }));
		expect(after.outcome).toBe('loaded');
	});

	it('warns of units far from those that are loaded', async () => {
		await load(database, boundaries(folder.write('near.geojson', collection(grid(2, 2)))));
		const far = folder.write('far.geojson', collection([commune('20001', squareRing(106, 10))]));
		const report = await load(database, boundaries(far), { dryRun: true });
		expect([report.outcome, codesOf(report)]).toEqual(['would-load', ['outside-surroundings']]);
	});

	it('takes BOM, CRLF and decomposed names, and writes names composed', async () => {
		const name = 'Xã Điện Biên Phủ';
		const text = collection([
			commune('10001', square, name.normalize('NFD')),
			...grid(2, 1).slice(1)
		]);
		const lines = `\ufeff${JSON.stringify(JSON.parse(text), null, 2).replaceAll('\n', '\r\n')}`;
		const report = await load(database, boundaries(folder.write('windows.geojson', lines)));
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const units = await rowsOf(database.db, sql`select name, kind from unit order by code`);
		expect(units[0]).toEqual({ name: 'Điện Biên Phủ', kind: 'Xã' });
	});

	it('takes strings that look like the end of a feature', async () => {
		const tricky = '"}]} \\" {[';
		const file = folder.write('tricky.geojson', collection([commune('10001', square, tricky)]));
		await load(database, boundaries(file));
		expect(await rowsOf(database.db, sql`select name from unit`)).toEqual([{ name: tricky }]);
	});

	it('tries without writing', async () => {
		const before = await database.counts();
		const file = folder.write('good.geojson', collection(grid(3, 3)));
		const report = await load(database, boundaries(file), { dryRun: true });
		expect([report.outcome, report.read, report.written]).toEqual(['would-load', 9, 9]);
		expect(await database.counts()).toEqual(before);
	});

	it(`leaves a connection of ${driver} open to others after a refusal in mid-file`, async () => {
		const many = grid(40, 40);
		many[1500] = { ...commune('99999', square), properties: null };
		const text = collection(many).replace('"properties":null', '"properties":{,}');
		const report = await load(database, boundaries(folder.write('middle.geojson', text)));
		expect(codesOf(report)).toEqual(['feature-not-json']);
		expect((await database.counts())['unit']).toBe(0);
	});
});
