import { sql } from 'drizzle-orm';
import type { Level } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import type { ProblemList } from '../problem-list.ts';
import { checkStatedArea } from './stage-boundaries.ts';

/** Codes that stand twice in the file. */
export async function checkCodes(tx: Queryable, problems: ProblemList): Promise<void> {
	const rows = await rowsOf<{ ordinal: number; code: string; name: string; first: number }>(
		tx,
		sql`select ordinal, code, name, first from (
			select ordinal, code, name, min(ordinal) over (partition by code) as first from staged_boundary
		) numbered where ordinal > first order by ordinal`
	);
	for (const row of rows) {
		problems.error('code-duplicated', {
			row: row.ordinal,
			value: row.code,
			unit: `${row.code} ${row.name}`,
			detail: { first: row.first }
		});
	}
}

/** Units of the same code that are already there for part of the period. */
export async function checkValidity(
	tx: Queryable,
	request: BoundaryRequest,
	problems: ProblemList
): Promise<void> {
	const rows = await rowsOf<{
		ordinal: number;
		code: string;
		name: string;
		from: string;
		to: string | null;
		source: number;
	}>(
		tx,
		sql`select s.ordinal, s.code, u.name, u.valid_from::text as from, u.valid_to::text as to,
				u.source_id as source
			from staged_boundary s join unit u on u.code = s.code and u.level = ${request.level}
			where daterange(u.valid_from, u.valid_to, '[]') &&
				daterange(${request.validFrom}::date, ${request.validTo}::date, '[]')
			order by s.ordinal`
	);
	for (const row of rows) {
		problems.error('validity-overlaps', {
			row: row.ordinal,
			unit: `${row.code} ${row.name}`,
			detail: { from: row.from, to: row.to ?? '…', source: row.source }
		});
	}
}

/** Shapes that are no valid polygons, with the reason and the place. */
export async function checkShapes(tx: Queryable, problems: ProblemList): Promise<void> {
	const rows = await rowsOf<{
		ordinal: number;
		unit: string;
		reason: string;
		lon: number;
		lat: number;
	}>(
		tx,
		sql`select ordinal, code || ' ' || name as unit, (d).reason as reason,
				coalesce(ST_X((d).location), 0) as lon, coalesce(ST_Y((d).location), 0) as lat
			from (select ordinal, code, name, ST_IsValidDetail(geom) as d from staged_boundary
				where not valid) invalid
			order by ordinal`
	);
	for (const row of rows) {
		problems.error('geometry-invalid', {
			row: row.ordinal,
			unit: row.unit,
			position: [row.lon, row.lat],
			detail: { reason: row.reason }
		});
	}
}

/** Around the units already there, this many degrees (about 50 km) still count as surroundings. */
const SURROUNDINGS_DEGREES = 0.5;

/**
 * Units that lie elsewhere than the rest: away from those already loaded, or, in a first file, far
 * outliers by Tukey's rule (three interquartile ranges beyond the quartiles).
 *
 * @param isPlaced whether the place of a code is known, and thus checked better than so
 */
export async function checkSurroundings(
	run: FileRun,
	level: Level,
	isPlaced: (code: string) => boolean
): Promise<void> {
	const { tx, problems } = run;
	const rows = await rowsOf<{
		ordinal: number;
		code: string;
		unit: string;
		lon: number;
		lat: number;
	}>(
		tx,
		sql`
		with known as (
			select ST_Expand(ST_Extent(geom)::geometry, ${SURROUNDINGS_DEGREES}) as box
			from unit where level = ${level} and source_id <> ${run.sourceId}
		), centre as (
			select ordinal, code, code || ' ' || name as unit,
				(ST_XMin(geom) + ST_XMax(geom)) / 2 as lon, (ST_YMin(geom) + ST_YMax(geom)) / 2 as lat
			from staged_boundary
		), quartile as (
			select percentile_cont(0.25) within group (order by lon) as west,
				percentile_cont(0.75) within group (order by lon) as east,
				percentile_cont(0.25) within group (order by lat) as south,
				percentile_cont(0.75) within group (order by lat) as north
			from centre
		)
		select ordinal, code, unit, lon, lat from centre, quartile, known
		where case when box is null then
			lon not between west - 3 * (east - west) and east + 3 * (east - west) or
			lat not between south - 3 * (north - south) and north + 3 * (north - south)
		else not ST_Contains(ST_SetSRID(box, 4326), ST_SetSRID(ST_MakePoint(lon, lat), 4326)) end
		order by ordinal`
	);
	for (const row of rows.filter(({ code }) => !isPlaced(code))) {
		problems.warn('outside-surroundings', {
			row: row.ordinal,
			unit: row.unit,
			position: [row.lon, row.lat]
		});
	}
}

/** Communes whose shape and stated area disagree. */
export async function checkAreas(tx: Queryable, problems: ProblemList): Promise<void> {
	const rows = await rowsOf<{
		ordinal: number;
		code: string;
		name: string;
		statedKm2: number;
		areaKm2: number;
	}>(
		tx,
		sql`select ordinal, code, name, stated_km2 as "statedKm2", ST_Area(geom::geography) / 1e6 as "areaKm2"
			from staged_boundary where stated_km2 is not null order by ordinal`
	);
	for (const row of rows) checkStatedArea(problems, row, row.areaKm2);
}
