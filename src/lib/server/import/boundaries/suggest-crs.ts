import { sql } from 'drizzle-orm';
import type { CrsCandidate } from '#lib/domain/import-report.ts';
import type { Position } from '#lib/domain/place.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';
import type { Extent } from './parse-boundary.ts';

/** Systems that Vietnamese files are in: the provincial zones of VN-2000 first. */
const KNOWN: readonly [number, string][] = [
	[9205, 'VN-2000 / TM-3 103-00'],
	[9206, 'VN-2000 / TM-3 104-00'],
	[9207, 'VN-2000 / TM-3 104-30'],
	[9208, 'VN-2000 / TM-3 104-45'],
	[9209, 'VN-2000 / TM-3 105-30'],
	[9210, 'VN-2000 / TM-3 105-45'],
	[9211, 'VN-2000 / TM-3 106-00'],
	[9212, 'VN-2000 / TM-3 106-15'],
	[9213, 'VN-2000 / TM-3 106-30'],
	[9214, 'VN-2000 / TM-3 107-00'],
	[9215, 'VN-2000 / TM-3 107-15'],
	[9216, 'VN-2000 / TM-3 107-30'],
	[9217, 'VN-2000 / TM-3 108-15'],
	[9218, 'VN-2000 / TM-3 108-30'],
	[5899, 'VN-2000 / TM-3 107-45'],
	[5896, 'VN-2000 / TM-3 zone 481'],
	[5897, 'VN-2000 / TM-3 zone 482'],
	[5898, 'VN-2000 / TM-3 zone 491'],
	[3405, 'VN-2000 / UTM zone 48N'],
	[3406, 'VN-2000 / UTM zone 49N'],
	[32648, 'WGS 84 / UTM zone 48N'],
	[32649, 'WGS 84 / UTM zone 49N']
];

/** Viet Nam with its seas, roughly. */
const COUNTRY = { west: 101, south: 6, east: 118, north: 24 };
const MAX_SUGGESTED = 6;

/**
 * Reference systems in which coordinates would lie in Viet Nam, nearest to the loaded units first. A zone
 * more or less shifts a map by a hundred kilometres, so the nearest is almost surely right.
 *
 * @param near where the data should lie, where that is known; else the middle of the loaded units
 */
export async function suggestCrs(
	tx: Queryable,
	extent: Extent,
	near?: Position
): Promise<CrsCandidate[]> {
	const x = (extent.west + extent.east) / 2;
	const y = (extent.south + extent.north) / 2;
	const systems = sql.join(
		KNOWN.map(([epsg], index) => sql`(${index}::int, ${`EPSG:${epsg}`}::text)`),
		sql`, `
	);
	const rows = await rowsOf<{ at: number; lon: number; lat: number; distanceKm: number | null }>(
		tx,
		sql`
		with placed as (
			select at, ST_Transform(ST_SetSRID(ST_MakePoint(${x}::float8, ${y}::float8), 0), code, 4326) as point
			from (values ${systems}) as system (at, code)
		), middle as (
			${
				near
					? sql`select ST_SetSRID(ST_MakePoint(${near[0]}::float8, ${near[1]}::float8), 4326) as point`
					: sql`select ST_SetSRID(ST_Centroid(ST_Extent(geom)::geometry), 4326) as point from unit
						having count(*) > 0`
			}
		)
		select at, ST_X(p.point) as lon, ST_Y(p.point) as lat,
			ST_Distance(p.point::geography, m.point::geography) / 1000 as "distanceKm"
		from placed p left join middle m on true
		where ST_X(p.point) between ${COUNTRY.west} and ${COUNTRY.east}
			and ST_Y(p.point) between ${COUNTRY.south} and ${COUNTRY.north}
		order by ST_Distance(p.point::geography, m.point::geography), at
		limit ${MAX_SUGGESTED}`
	);
	return rows.map(({ at, lon, lat, distanceKm }) => ({
		code: `EPSG:${KNOWN[at]![0]}`,
		name: KNOWN[at]![1],
		position: [lon, lat],
		distanceKm
	}));
}
