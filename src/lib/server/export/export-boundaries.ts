import { sql } from 'drizzle-orm';
import type { IsoDate } from '#lib/domain/period.ts';
import type { Level } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import { decodeMultiPolygon } from '../db/wkb.ts';

/** So many units are read at once, so that memory stays bounded. */
const BATCH = 100;

interface BoundaryRow {
	code: string;
	name: string;
	type: string;
	district: string | null;
	validFrom: string;
	validTo: string | null;
	areaKm2: number;
	geometry: Uint8Array;
}

/**
 * The units of a level that are valid on a date, as GeoJSON (WGS 84) with one feature a line and full
 * coordinates: loading the file again gives the very same shapes.
 *
 * @yields pieces of the file, and how many features each one holds
 */
export async function* exportBoundaries(
	db: Queryable,
	at: IsoDate,
	level: Level
): AsyncGenerator<{ text: string; rows: number }> {
	const units = await rowsOf<{ id: number }>(
		db,
		sql`select id from unit where level = ${level} and valid_from <= ${at}::date
			and (valid_to is null or valid_to >= ${at}::date) order by code`
	);
	yield { text: '{"type":"FeatureCollection","features":[\n', rows: 0 };
	for (let from = 0; from < units.length; from += BATCH) {
		const ids = units.slice(from, from + BATCH).map((unit) => unit.id);
		const features = (await readRows(db, ids)).map(toFeature);
		const last = from + BATCH >= units.length;
		yield { text: `${features.join(',\n')}${last ? '' : ','}\n`, rows: features.length };
	}
	yield { text: ']}\n', rows: 0 };
}

function readRows(db: Queryable, ids: number[]): Promise<BoundaryRow[]> {
	return rowsOf<BoundaryRow>(
		db,
		sql`select code, name, kind as type, parent_name as district, valid_from::text as "validFrom",
				valid_to::text as "validTo", area_km2 as "areaKm2", ST_AsBinary(geom, 'NDR') as geometry
			from unit where id in (select unnest(${sql.param(ids)}::int[])) order by code`
	);
}

function toFeature(row: BoundaryRow): string {
	return JSON.stringify({
		type: 'Feature',
		properties: {
			code: row.code,
			name: row.name,
			type: row.type,
			district: row.district,
			valid_from: row.validFrom,
			valid_to: row.validTo,
			area_km2: row.areaKm2
		},
		geometry: { type: 'MultiPolygon', coordinates: decodeMultiPolygon(row.geometry) }
	});
}
