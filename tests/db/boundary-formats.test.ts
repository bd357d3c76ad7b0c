import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collection, commune, squareRing } from '../fixtures/boundary-file.ts';
import { archive } from '../fixtures/broken/archive.ts';
import { shapefile } from '../fixtures/shapefile.ts';
import { BoundaryFileRefused } from '#lib/server/import/formats/boundary-file-refused.ts';
import { MEMORY, OPENING } from '#lib/server/import/formats/gdal.ts';
import { openBoundaryFile } from '#lib/server/import/formats/open-boundary-file.ts';

const FEATURES = [
	commune('03301', squareRing(103.2, 21.5), 'Xã Búng Lao'),
	commune('03175', squareRing(102.9, 22), 'Xã Chà Tở')
];
const OTHERS = [commune('03127', squareRing(103, 21.4), 'Phường Him Lam')];

let folder = '';
let count = 0;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'diaban-open-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
	const own = join(folder, String(++count));
	mkdirSync(own);
	writeFileSync(join(own, name), content);
	return join(own, name);
}

async function open(file: string, layer?: string) {
	const work = join(folder, `work-${++count}`);
	mkdirSync(work);
	const opened = await openBoundaryFile(file, work, layer);
	const read = JSON.parse(
		readFileSync(opened.geojson, 'utf8').replace(/^\uFEFF/, '')
	) as FeatureCollection;
	return {
		...opened,
		names: read.features.map(({ properties }) => String(properties?.name)),
		read
	};
}

async function refusalOf(file: string, layer?: string): Promise<BoundaryFileRefused> {
	try {
		await open(file, layer);
	} catch (error) {
		if (error instanceof BoundaryFileRefused) return error;
		throw error;
	}
	throw new Error('It was opened.');
}

const NAMES = ['Xã Búng Lao', 'Xã Chà Tở'];

describe('GeoJSON', () => {
	const text = collection(FEATURES);
	const big = (bytes: Buffer) => Buffer.from(bytes).swap16();
	it.each([
		['UTF-8', Buffer.from(text)],
		['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
		['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
		['UTF-16LE without', Buffer.from(text, 'utf16le')],
		['UTF-16BE with a mark', big(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
		['UTF-16BE without', big(Buffer.from(text, 'utf16le'))]
	])('in %s', async (_, bytes) => {
		const { format, names } = await open(write('xa.geojson', bytes));
		expect([format, names]).toEqual(['geojson', NAMES]);
	});

	const lines = FEATURES.map((feature) => JSON.stringify(feature));
	it.each([
		['one feature in each line', lines.join('\n')],
		['with carriage returns and an empty line', `${lines.join('\r\n\r\n')}\r\n`],
		['with the marks of RFC 8142', lines.map((line) => `\u001e${line}\n`).join('')],
		['over several lines', FEATURES.map((each) => JSON.stringify(each, null, 2)).join('\n')]
	])('as a sequence, %s', async (_, content) => {
		expect((await open(write('xa.geojsonl', content))).names).toEqual(NAMES);
	});

	it('as a sequence in UTF-16', async () => {
		const file = write('xa.geojsonl', Buffer.from(lines.join('\n'), 'utf16le'));
		expect((await open(file)).names).toEqual(NAMES);
	});

	it('that has its features before its type', async () => {
		const content = `{"features":[${lines.join()}],"type":"FeatureCollection"}`;
		expect((await open(write('xa.geojson', content))).names).toEqual(NAMES);
	});
});

describe('KML', () => {
	const area = (west: number) =>
		`<Polygon><outerBoundaryIs><LinearRing><coordinates>
			${squareRing(west, 21)
				.map((point) => `${point.join(',')},0`)
				.join(' ')}
		</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
	const placemark = (name: string, west: number, inside = '', data = '') =>
		`<Placemark><name>${name}</name>${data}<MultiGeometry>${inside}${area(west)}</MultiGeometry></Placemark>`;
	const document = (content: string) =>
		`<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${content}</Document></kml>`;
	const point = '<Point><coordinates>103.05,21.05</coordinates></Point>';
	const data = (code: string) =>
		`<ExtendedData><Data name="ma_xa"><value>${code}</value></Data></ExtendedData>`;
	const simple = (code: string) =>
		`<ExtendedData><SchemaData schemaUrl="#xa"><SimpleData name="ma_xa">${code}</SimpleData></SchemaData></ExtendedData>`;

	it('with a label point beside the area', async () => {
		const file = write('xa.kml', document(placemark('Búng Lao', 103, point)));
		const { names, leftOut, read } = await open(file);
		expect([names, leftOut, read.features[0]?.geometry.type]).toEqual([
			['Búng Lao'],
			1,
			'MultiPolygon'
		]);
	});

	it.each([
		['Data', data],
		['SimpleData', simple]
	])('with codes in %s, in folders that are one layer', async (_, codeOf) => {
		const file = write(
			'xa.kml',
			document(
				`<Folder><name>Tuần Giáo</name>${placemark('Búng Lao', 103, '', codeOf('03301'))}</Folder>
				<Folder><name>Mường Chà</name>${placemark('Chà &amp; Tở', 103.2, '', codeOf('03175'))}</Folder>`
			)
		);
		const { layers, read } = await open(file);
		expect(layers).toEqual([]);
		expect(read.features.map(({ properties }) => properties)).toEqual([
			{ name: 'Búng Lao', ma_xa: '03301', Folder: 'Tuần Giáo' },
			{ name: 'Chà & Tở', ma_xa: '03175', Folder: 'Mường Chà' }
		]);
	});

	it('whose folders hold the same communes twice, as of two dates', async () => {
		const both = placemark('Búng Lao', 103) + placemark('Chà Tở', 103.2);
		const file = write(
			'xa.kml',
			document(`<Folder><name>2020</name>${both}</Folder><Folder><name>2025</name>${both}</Folder>`)
		);
		expect((await refusalOf(file)).choices).toEqual(['2020', '2025']);
		expect((await open(file, '2025')).names).toHaveLength(2);
	});

	it('with points only is refused for what it holds', async () => {
		const file = write('xa.kml', document(`<Placemark><name>A</name>${point}</Placemark>`));
		expect(await refusalOf(file)).toMatchObject({ code: 'not-polygon' });
	});

	it('that is cut short is refused', async () => {
		const file = write('xa.kml', document(placemark('Búng Lao', 103)).slice(0, -30));
		expect(await refusalOf(file)).toMatchObject({ code: 'format-broken' });
	});
});

describe('an archive', () => {
	const zip = (files: Record<string, string | Buffer>) =>
		write(
			'xa.zip',
			archive(
				Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }))
			)
		);
	const unitsOf = (features: typeof FEATURES) =>
		features.map(({ properties, geometry }) => ({
			code: String(properties?.code),
			name: String(properties?.name),
			ring: (geometry as { coordinates: number[][][] }).coordinates[0]!
		}));
	const shape = (path: string, features: typeof FEATURES, bytes?: number) =>
		Object.fromEntries(
			Object.entries(shapefile(unitsOf(features), bytes)).map(([ending, content]) => [
				path + ending,
				content
			])
		);
	const junk = { '__MACOSX/2020/._xa.geojson': 'x', '2020/.DS_Store': 'x' };

	it('with files of one name in several folders has them as choices, each its own', async () => {
		const file = zip({
			...junk,
			'2020/xa.geojson': collection(OTHERS),
			'2025/xa.geojson': collection(FEATURES)
		});
		expect((await refusalOf(file)).choices).toEqual(['2020/xa.geojson', '2025/xa.geojson']);
		const chosen = await open(file, '2025/xa.geojson');
		expect([chosen.names, chosen.layer]).toEqual([NAMES, '2025/xa.geojson']);
		expect(chosen.layers).toEqual(['2020/xa.geojson', '2025/xa.geojson']);
		expect((await open(file, '2020/xa.geojson')).names).toEqual(['Phường Him Lam']);
	});

	it('with shapefiles of one name in several folders opens the chosen set', async () => {
		const file = zip({ ...shape('2020/xa', OTHERS), ...shape('2025/xa', FEATURES) });
		expect((await refusalOf(file)).choices).toEqual(['2020/xa.shp', '2025/xa.shp']);
		expect((await open(file, '2025/xa.shp')).names).toEqual(NAMES);
		expect((await open(file, '2020/xa.shp')).names).toEqual(['Phường Him Lam']);
	});

	it('with files of different formats offers all', async () => {
		const file = zip({ 'a.geojson': collection(OTHERS), ...shape('b', FEATURES) });
		expect((await refusalOf(file)).choices).toEqual(['a.geojson', 'b.shp']);
		expect((await open(file, 'a.geojson')).names).toEqual(['Phường Him Lam']);
	});

	it('with one file and what macOS adds needs no choice', async () => {
		const { names } = await open(zip({ ...junk, '2025/xa.geojson': collection(FEATURES) }));
		expect(names).toEqual(NAMES);
	});

	it.each(['.shx', '.dbf'])(
		'without the %s of a shapefile names it by its path there',
		async (part) => {
			const rest = shape('2025/xa', FEATURES);
			delete rest[`2025/xa${part}`];
			expect(await refusalOf(zip(rest))).toMatchObject({
				code: 'part-missing',
				facts: { value: `2025/xa${part}` }
			});
		}
	);

	it('holding what is not read is named for what it holds', async () => {
		expect(await refusalOf(zip({ 'xa.gdb/a00000001.gdbtable': 'x' }))).toMatchObject({
			code: 'format-not-read',
			facts: { value: 'ArcGIS geodatabase (.gdb)' }
		});
	});
});

it('names a shapefile that was sent without its other files', async () => {
	const { '.shp': shp } = shapefile([
		{ code: '03301', name: 'Búng Lao', ring: squareRing(103, 21) }
	]);
	const refused = await refusalOf(write('lone.shp', shp));
	expect([refused.code, refused.place]).toEqual([
		'part-missing',
		{ value: 'lone.shx', detail: { found: '.shp .shx .dbf' } }
	]);
});

it.each([
	['ve.dwg', 'AC1032\0\0', 'AutoCAD DWG'],
	['ve.dxf', '  0\nSECTION\n', 'AutoCAD DXF'],
	['ban-do.pdf', '%PDF-1.7', 'PDF'],
	[
		'xa.gml',
		'<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">',
		'GML'
	],
	['duong.gpx', '<?xml version="1.0"?><gpx version="1.1">', 'GPX'],
	['xa.rar', `Rar!\u001a\u0007\u0000${'x'.repeat(64)}`, 'RAR']
])('names %s for what it is', async (name, content, value) => {
	expect(await refusalOf(write(name, Buffer.from(content, 'latin1')))).toMatchObject({
		code: 'format-not-read',
		facts: { value }
	});
});

function oneCommune(): string {
	const files = shapefile([{ code: '03301', name: 'Búng Lao', ring: squareRing(103, 21) }]);
	const entries = Object.entries(files);
	return write(
		'xa.zip',
		archive(entries.map(([ending, content]) => ({ name: `xa${ending}`, content })))
	);
}

it('stops a file that takes too long to open', async () => {
	const usual = { ...OPENING };
	Object.assign(OPENING, { limitMs: 1, perMegabyteMs: 0 });
	try {
		expect(await refusalOf(oneCommune())).toMatchObject({ code: 'open-too-long' });
	} finally {
		Object.assign(OPENING, usual);
	}
});

it('stops a file that takes too much memory to open', async () => {
	const usual = MEMORY.limitMb;
	MEMORY.limitMb = 8;
	try {
		expect(await refusalOf(oneCommune())).toMatchObject({
			code: 'open-too-large',
			facts: { count: 8 }
		});
	} finally {
		MEMORY.limitMb = usual;
	}
});
