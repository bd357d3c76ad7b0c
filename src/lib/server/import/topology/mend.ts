import { sql } from 'drizzle-orm';
import type { MendedShape } from '#lib/domain/repair.ts';
import { rowOf, rowsOf, type Queryable } from '../../db/database.ts';
import { GRID_DEGREES } from './faces.ts';
import { overlayInto } from './overlay.ts';

/** Smaller changes are noise of the coordinates' last digits, m². */
const NOTICED_M2 = 0.5;

/**
 * Makes `staged_mended`: the invalid shapes of `staged_boundary`, mended; those that have no area left are missing.
 *
 * What an outer ring runs around is land and what a hole runs around is not, each ring taken alone: so a
 * hole outside of its outer ring makes no land (PostGIS's own mending makes a part of it), and a ring that
 * runs over itself leaves no hole.
 */
export async function mendInvalid(tx: Queryable): Promise<void> {
	await tx.execute(sql`drop table if exists staged_mended`);
	await tx.execute(sql`
		create temp table staged_mended on commit drop as
		with ring as (
			select s.ordinal, part.path[1] as part, ring.path[1] as ring,
				ST_CollectionExtract(ST_MakeValid(ring.geom, 'method=structure'), 3) as geom
			from staged_boundary s, ST_Dump(s.geom) part, ST_DumpRings(part.geom) ring where not s.valid
		), part as (
			select ordinal, (array_agg(geom) filter (where ring = 0))[1] as land,
				ST_Union(geom, ${GRID_DEGREES}::float8) filter (where ring > 0) as holes
			from ring group by ordinal, part
		), cut as (
			select ordinal, case when holes is null then land
				else ST_CollectionExtract(ST_Difference(land, holes, ${GRID_DEGREES}::float8), 3) end as geom
			from part
		), whole as (
			select ordinal, case when count(*) = 1 then (array_agg(geom))[1]
				else ST_Union(geom, ${GRID_DEGREES}::float8) end as geom
			from cut group by ordinal
		)
		select ordinal, ST_Multi(ST_CollectionExtract(geom, 3)) as geom from whole where not ST_IsEmpty(geom)`);
}

/** An invalid shape of which no area was left. */
export interface UnmendableShape {
	row: number;
	unit: string;
}

/** Shapes that `mendInvalid` could not mend. */
export async function listUnmendable(tx: Queryable): Promise<UnmendableShape[]> {
	return rowsOf<UnmendableShape>(
		tx,
		sql`select ordinal as row, code || ' ' || name as unit from staged_boundary s
			where not valid and not exists (select from staged_mended m where m.ordinal = s.ordinal)
			order by ordinal`
	);
}

/**
 * What mending changed, shape by shape.
 *
 * Map programs fill an invalid shape between its lines, every other area: against that, the mended shape
 * may have gained (where it ran over itself) or lost (where a hole lay outside).
 */
export async function listMended(tx: Queryable): Promise<MendedShape[]> {
	await tx.execute(sql`drop table if exists staged_filled`);
	const { count } = await rowOf<{ count: number }>(
		tx,
		sql`select count(*)::int as count from staged_mended`
	);
	await overlayInto(
		tx,
		'staged_filled',
		sql`
		select ordinal, unit, detail,
			ST_Area(ST_Difference(mended, filled, ${GRID_DEGREES}::float8)::geography) as gained_m2,
			ST_Area(ST_Difference(filled, mended, ${GRID_DEGREES}::float8)::geography) as lost_m2
		from (
			select m.ordinal, s.code || ' ' || s.name as unit, ST_IsValidDetail(s.geom) as detail,
				m.geom as mended, ST_CollectionExtract(ST_MakeValid(s.geom), 3) as filled
			from staged_mended m join staged_boundary s on s.ordinal = m.ordinal
		) shape`,
		count
	);
	const rows = await rowsOf<MendedRow>(
		tx,
		sql`select ordinal as row, unit, (detail).reason as reason,
				ST_X((detail).location) as lon, ST_Y((detail).location) as lat,
				gained_m2 as "gainedM2", lost_m2 as "lostM2"
			from staged_filled order by ordinal`
	);
	return rows.map(({ lon, lat, gainedM2, lostM2, ...shape }) => ({
		...shape,
		gainedM2: gainedM2 > NOTICED_M2 ? gainedM2 : 0,
		lostM2: lostM2 > NOTICED_M2 ? lostM2 : 0,
		...(lon === null || lat === null ? {} : { position: [lon, lat] as [number, number] })
	}));
}

interface MendedRow {
	row: number;
	unit: string;
	reason: string;
	lon: number | null;
	lat: number | null;
	gainedM2: number;
	lostM2: number;
}

/** Puts the mended shapes in the place of the invalid ones. */
export async function applyMended(tx: Queryable): Promise<void> {
	await tx.execute(sql`
		update staged_boundary s set geom = m.geom, area_m2 = ST_Area(m.geom::geography)
		from staged_mended m where m.ordinal = s.ordinal`);
}
