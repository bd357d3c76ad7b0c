import { sql, type SQL } from 'drizzle-orm';
import type { Position } from '#lib/domain/place.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';

/** A unit of `staged_boundary`, held against a point that it should contain. */
export interface StagedShape {
	ordinal: number;
	code: string;
	/** With its kind, as the file has it. */
	name: string;
	/** Without its kind. */
	bareName: string;
	/** How many parts it has. */
	parts: number;
	west: number;
	south: number;
	east: number;
	north: number;
	areaKm2: number;
	/** Degrees from the point; 0 inside, null where there is no point. */
	away: number | null;
}

/** A point that the unit of a code should contain. */
export interface ExpectedPoint {
	code: string;
	lon: number;
	lat: number;
}

/** The shapes that are staged, each with its distance from the point expected of its code. */
export async function listStagedShapes(
	tx: Queryable,
	expected: readonly ExpectedPoint[]
): Promise<StagedShape[]> {
	return rowsOf<StagedShape>(
		tx,
		sql`
		with ${expectedPoints(expected)}
		select s.ordinal, s.code, trim(s.kind || ' ' || s.name) as name, s.name as "bareName",
			ST_NumGeometries(s.geom) as parts,
			ST_XMin(s.geom) as west, ST_YMin(s.geom) as south,
			ST_XMax(s.geom) as east, ST_YMax(s.geom) as north,
			s.area_m2 / 1e6 as "areaKm2", ST_Distance(s.geom, e.point) as away
		from staged_boundary s left join expected e using (code)
		order by s.ordinal`
	);
}

/** The middle of a shape's box. */
export function centreOf({ west, south, east, north }: StagedShape): Position {
	return [(west + east) / 2, (south + north) / 2];
}

/** A point of another unit that a shape holds. */
export interface HeldPoint {
	ordinal: number;
	code: string;
}

/** The points of others that some of the shapes hold. */
export async function listHeldPoints(
	tx: Queryable,
	ordinals: readonly number[],
	expected: readonly ExpectedPoint[]
): Promise<HeldPoint[]> {
	return rowsOf<HeldPoint>(
		tx,
		sql`
		with ${expectedPoints(expected)}, ${askedOrdinals(ordinals)}
		select s.ordinal, e.code
		from staged_boundary s join asked using (ordinal)
			join expected e on e.code <> s.code and s.geom && e.point and ST_Distance(s.geom, e.point) = 0
		order by s.ordinal, e.code`
	);
}

/** A part of a unit and how far it lies from the unit's largest part. */
export interface StagedPart {
	ordinal: number;
	/** Degrees between the boxes of both. */
	away: number;
	lon: number;
	lat: number;
}

/** The farthest part of each of some units, but for those close together. */
export async function listFarParts(
	tx: Queryable,
	ordinals: readonly number[],
	degrees: number
): Promise<StagedPart[]> {
	return rowsOf<StagedPart>(
		tx,
		sql`
		with ${askedOrdinals(ordinals)}, part as (
			select ordinal, ST_Envelope(d.geom) as box,
				row_number() over (partition by ordinal order by ST_Area(d.geom) desc) as rank
			from staged_boundary s join asked using (ordinal), lateral ST_Dump(s.geom) d
		)
		select distinct on (p.ordinal) p.ordinal, ST_Distance(p.box, main.box) as away,
			(ST_XMin(p.box) + ST_XMax(p.box)) / 2 as lon, (ST_YMin(p.box) + ST_YMax(p.box)) / 2 as lat
		from part p join part main on main.ordinal = p.ordinal and main.rank = 1 and p.rank > 1
		where ST_Distance(p.box, main.box) > ${degrees}::float8
		order by p.ordinal, away desc`
	);
}

function expectedPoints(expected: readonly ExpectedPoint[]): SQL {
	return sql`expected as (
		select code, ST_SetSRID(ST_MakePoint(lon, lat), 4326) as point
		from jsonb_to_recordset(${JSON.stringify(expected)}::jsonb)
			as point (code text, lon float8, lat float8)
	)`;
}

function askedOrdinals(ordinals: readonly number[]): SQL {
	return sql`asked as (
		select value::int as ordinal from jsonb_array_elements_text(${JSON.stringify(ordinals)}::jsonb)
	)`;
}
