import { sql } from 'drizzle-orm';
import { polygonAreaM2, type Ring } from '#lib/domain/boundary.ts';
import { copyGeometries } from '../../db/copy-geometries.ts';
import { copyRows } from '../../db/copy.ts';
import { rowOf, type Queryable } from '../../db/database.ts';
import { decodeMultiPolygon, encodeLine, type FlatLine } from '../../db/wkb.ts';
import { overlayInto } from './overlay.ts';
import { pointInside } from './point-inside.ts';

/**
 * Overlays are computed on a grid of 0.1 mm: snapping makes them robust, where the embedded build cannot
 * fall back when exact arithmetic fails.
 */
export const GRID_DEGREES = 1e-9;

/** An area that lines enclose and none crosses. */
export interface Face {
	/** Its number in the temporary table `staged_face`. */
	ordinal: number;
	/** The outer ring, then holes. */
	rings: Ring[];
	inside: [number, number];
	areaM2: number;
}

/**
 * Cuts the land along lines, into the temporary table `staged_face`.
 *
 * @param lines may cross and lie upon each other
 * @yields the faces, in the table's order
 */
export async function* cutIntoFaces(
	tx: Queryable,
	lines: Iterable<FlatLine>
): AsyncGenerator<Face> {
	await tx.execute(sql`drop table if exists staged_border, staged_net, staged_cut, staged_face`);
	await tx.execute(
		sql`create temp table staged_border (geom geometry(LineString, 4326)) on commit drop`
	);
	await copyRows(tx, 'staged_border (geom)', toRows(lines));
	await overlayInto(
		tx,
		'staged_net',
		sql`select ST_Union(geom, ${GRID_DEGREES}::float8) as geom from staged_border`,
		1
	);
	await overlayInto(tx, 'staged_cut', sql`select ST_Polygonize(geom) as geom from staged_net`, 1);
	const { count } = await rowOf<{ count: number }>(
		tx,
		sql`select coalesce(ST_NumGeometries(geom), 0)::int as count from staged_cut`
	);
	await overlayInto(
		tx,
		'staged_face',
		sql`select row_number() over ()::int as ordinal, ST_Multi(cut.geom) as geom
			from (select (ST_Dump(geom)).geom from staged_cut) cut`,
		count
	);
	await tx.execute(sql`create unique index on staged_face (ordinal)`);
	for await (const { ordinal, wkb } of copyGeometries(tx, 'staged_face', 'true')) {
		const rings = decodeMultiPolygon(wkb)[0]!;
		yield { ordinal, rings, inside: pointInside(rings), areaM2: polygonAreaM2(rings) };
	}
}

function* toRows(lines: Iterable<FlatLine>): Generator<[Uint8Array]> {
	for (const line of lines) yield [encodeLine(line, 4326)];
}
