import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from '#lib/server/db/database.ts';
import { collection, commune, squareRing, temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { boundaries, load } from './imports.ts';

/** Published check value: this place in WGS 84 and in VN-2000 / TM-3 103-00 (EPSG:9205). */
const PLACE = { lon: 103.0169, lat: 21.386, east: 501_556.189, north: 2_365_683.531 };
const METRES_PER_DEGREE = 111_320;

describe.each(DRIVERS)('reprojection on $driver', ({ open }) => {
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

	const features = [commune('10001', squareRing(PLACE.east, PLACE.north, 5000))];

	/** Where the square's south-western corner came to lie, in metres from where it belongs. */
	async function missBy(): Promise<number> {
		const { lon, lat } = await rowOf<{ lon: number; lat: number }>(
			database.db,
			sql`select ST_X(ST_PointN(ST_ExteriorRing(ST_GeometryN(geom, 1)), 1)) as lon,
				ST_Y(ST_PointN(ST_ExteriorRing(ST_GeometryN(geom, 1)), 1)) as lat from unit`
		);
		const eastward = (lon - PLACE.lon) * Math.cos((lat * Math.PI) / 180);
		return Math.hypot(eastward, lat - PLACE.lat) * METRES_PER_DEGREE;
	}

	it('takes VN-2000 coordinates where the user names them', async () => {
		const file = folder.write('vn2000.geojson', collection(features));
		const report = await load(database, boundaries(file, { crs: 'EPSG:9205' }));
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		expect(await missBy()).toBeLessThan(0.5);
	});

	it('takes VN-2000 coordinates where the file names them', async () => {
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9205' } };
		const file = folder.write('named.geojson', collection(features, { crs }));
		expect((await load(database, boundaries(file))).outcome).toBe('loaded');
		expect(await missBy()).toBeLessThan(0.5);
	});

	it('takes geographic VN-2000 coordinates, which lie some 200 m off', async () => {
		const file = folder.write(
			'geographic.geojson',
			collection([commune('10001', squareRing(PLACE.lon, PLACE.lat))])
		);
		const report = await load(database, boundaries(file, { crs: 'EPSG:4756' }));
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		expect(await missBy()).toBeGreaterThan(100);
		expect(await missBy()).toBeLessThan(300);
	});

	it('measures the area on the ground', async () => {
		const file = folder.write('area.geojson', collection(features));
		await load(database, boundaries(file, { crs: 'EPSG:9205' }));
		const { area } = await rowOf<{ area: number }>(
			database.db,
			sql`select area_km2 as area from unit`
		);
		expect(area).toBeGreaterThan(24.99);
		expect(area).toBeLessThan(25.02);
	});

	it('finds the same place in the other direction', async () => {
		const { east, north } = await rowOf<{ east: number; north: number }>(
			database.db,
			sql`select ST_X(p) as east, ST_Y(p) as north from (select ST_Transform(
				ST_MakePoint(${PLACE.lon}::float8, ${PLACE.lat}::float8), 'EPSG:4326', 'EPSG:9205') as p) place`
		);
		expect(Math.hypot(east - PLACE.east, north - PLACE.north)).toBeLessThan(0.5);
	});
});
