import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BoundaryRequest } from '#lib/server/import/boundaries/boundary-request.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { archive } from '../fixtures/broken/archive.ts';
import { recodeTable } from '../fixtures/dbf.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, codesOf, load } from './imports.ts';
import { haveSamples, sample, samplesNote } from './samples.ts';

const haveGdal = spawnSync('ogr2ogr', ['--version']).status === 0;
const runs = haveSamples && haveGdal;
const note = haveGdal
	? samplesNote
	: 'formats (left out: there is no ogr2ogr, Debian package gdal-bin)';

/** VN-2000 / TM-3 103-00. */
const VN2000 = 'EPSG:9205';
const FIELDS = 'code,name,type,area_km2';
/** Corners may move by so much: TAB keeps coordinates in centimetres. */
const TOLERANCE_M = 0.05;

interface Format {
	name: string;
	/** Program arguments that write it, and the file to load. */
	write: (source: string, folder: string) => string;
	request?: Partial<BoundaryRequest>;
	warnings?: string[];
}

function ogr(source: string, target: string, ...args: string[]): string {
	execFileSync('ogr2ogr', [...args, target, source], { stdio: 'ignore' });
	return target;
}

/** Writes a set of files and zips them, as people send them. */
function zipped(source: string, folder: string, file: string, ...args: string[]): string {
	ogr(source, join(folder, file), ...args);
	return zip(folder, file.replace(/\.\w+$/, ''), `${file}.zip`);
}

/** All files of a set in one archive. */
function zip(folder: string, base: string, name: string): string {
	const target = join(folder, name);
	const files = readdirSync(folder).filter(
		(file) => file.startsWith(`${base}.`) && !file.endsWith('.zip')
	);
	const entries = files.map((file) => ({ name: file, content: readFileSync(join(folder, file)) }));
	writeFileSync(target, archive(entries));
	return target;
}

const PROJECTED = ['-t_srs', VN2000, '-select', FIELDS];

const FORMATS: Format[] = [
	{
		name: 'shapefile (zip, UTF-8)',
		write: (source, folder) =>
			zipped(source, folder, 'shape.shp', ...PROJECTED, '-lco', 'ENCODING=UTF-8')
	},
	{
		name: 'shapefile (zip, windows-1258 without saying so)',
		write: (source, folder) => recoded(source, folder, 'windows-1258'),
		warnings: ['encoding-guessed']
	},
	{
		name: 'shapefile (zip, TCVN3 without saying so)',
		write: (source, folder) => recoded(source, folder, 'tcvn'),
		warnings: ['encoding-guessed']
	},
	{
		name: 'GeoPackage',
		write: (source, folder) => ogr(source, join(folder, 'pack.gpkg'), ...PROJECTED)
	},
	{
		name: 'FlatGeobuf',
		write: (source, folder) => ogr(source, join(folder, 'flat.fgb'), ...PROJECTED)
	},
	{
		name: 'GeoJSON',
		write: (source, folder) =>
			ogr(source, join(folder, 'plain.geojson'), ...PROJECTED, '-lco', 'RFC7946=NO')
	},
	{
		// The format knows WGS 84 only.
		name: 'KML',
		write: (source, folder) => ogr(source, join(folder, 'earth.kml'), '-select', FIELDS)
	},
	{
		name: 'MapInfo TAB (zip)',
		write: (source, folder) => zipped(source, folder, 'map.tab', ...PROJECTED),
		// MapInfo's own way of writing a system loses the datum.
		request: { crs: VN2000 }
	},
	{
		name: 'MapInfo MIF (zip)',
		write: (source, folder) => zipped(source, folder, 'inter.mif', ...PROJECTED),
		request: { crs: VN2000 }
	},
	{
		name: 'TopoJSON',
		write: (source, folder) => {
			const plain = ogr(source, join(folder, 'topo-source.geojson'), ...PROJECTED);
			const collection = JSON.parse(readFileSync(plain, 'utf8')) as FeatureCollection;
			const target = join(folder, 'topo.json');
			writeFileSync(target, JSON.stringify(topology({ xa: collection })));
			return target;
		},
		request: { crs: VN2000 }
	}
];

/** A shapefile whose table is in an old encoding, with nothing that says so. */
function recoded(source: string, folder: string, encoding: string): string {
	const base = `old-${encoding}`;
	ogr(source, join(folder, `${base}.shp`), ...PROJECTED, '-lco', 'ENCODING=UTF-8');
	const table = join(folder, `${base}.dbf`);
	writeFileSync(table, recodeTable(readFileSync(table), encoding));
	rmSync(join(folder, `${base}.cpg`));
	return zip(folder, base, `${base}.zip`);
}

const METRES_A_DEGREE = 111_320;
const CELL = 1e-6;

/** The farthest that a corner of one shape lies from the nearest corner of the other, in metres. */
function farthestCorner(was: string, is: string): number {
	const corners = (text: string) =>
		(JSON.parse(text) as { coordinates: number[][][][] }).coordinates.flat(2) as [number, number][];
	const key = (x: number, y: number) => `${Math.round(x / CELL)} ${Math.round(y / CELL)}`;
	const cells = new Map<string, [number, number][]>();
	for (const [x, y] of corners(was))
		cells.set(key(x, y), [...(cells.get(key(x, y)) ?? []), [x, y]]);
	let farthest = 0;
	for (const [x, y] of corners(is)) {
		let nearest = Infinity;
		for (const dx of [-CELL, 0, CELL]) {
			for (const dy of [-CELL, 0, CELL]) {
				for (const [px, py] of cells.get(key(x + dx, y + dy)) ?? []) {
					nearest = Math.min(nearest, Math.hypot(px - x, py - y));
				}
			}
		}
		farthest = Math.max(farthest, nearest);
	}
	return farthest * METRES_A_DEGREE;
}

describe.each(DRIVERS)(`${note} on '$driver'`, ({ open }) => {
	const folder = temporaryFolder();
	let database: TestDatabase;
	beforeAll(async () => {
		if (runs) database = await open();
	});
	afterAll(async () => {
		await database?.close();
		folder.remove();
	});

	it.skipIf(!runs).each(FORMATS)(
		'$name comes in as it was',
		async ({ write, request, warnings }) => {
			await database.reset();
			const source = sample('dien-bien-2025.geojson');
			const original = await load(
				database,
				boundaries(source, { validFrom: '2025-07-01', validTo: '2025-12-31', acceptTopology: true })
			);
			expect(original.outcome).toBe('loaded');
			const report = await load(
				database,
				boundaries(write(source, folder.path), {
					validFrom: '2026-01-01',
					acceptTopology: true,
					...request
				})
			);
			expect([report.outcome, report.problems.filter((each) => each.severity === 'error')]).toEqual(
				['loaded', []]
			);
			// What is known of these boundaries, whatever their format.
			const known = ['overlap', 'gap', 'area-differs'];
			expect(codesOf(report).filter((code) => !known.includes(code))).toEqual(warnings ?? []);
			const units = await rowsOf<{ code: string; name: string; was: string; is: string }>(
				database.db,
				sql`select a.code, b.name, ST_AsGeoJSON(a.geom, 12) as was, ST_AsGeoJSON(b.geom, 12) as is
				from unit a join unit b on a.code = b.code and a.name = b.name and a.valid_from < b.valid_from`
			);
			expect(units).toHaveLength(45);
			const farthest = units.map(({ was, is }) => farthestCorner(was, is));
			expect(Math.max(...farthest)).toBeLessThan(TOLERANCE_M);
		}
	);
});
