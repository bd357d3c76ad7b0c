import { sql } from 'drizzle-orm';
import { rowsOf, type Queryable } from '../../db/database.ts';
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
