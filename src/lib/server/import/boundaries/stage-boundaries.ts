import { sql, type SQL } from 'drizzle-orm';
import { labelPoint, polygonAreaM2 } from '#lib/domain/boundary.ts';
import {
	copyRows,
	dateField,
	float8Field,
	int4Field,
	textField,
	type Field
} from '../../db/copy.ts';
import type { Queryable } from '../../db/database.ts';
import { encodeMultiPolygon } from '../../db/wkb.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import type { BoundaryRow } from './boundary-rows.ts';
import { readBoundaries, type ReadFile } from './read-boundaries.ts';
import type { FileRun } from '../file-run.ts';
import type { ProblemList } from '../problem-list.ts';

/**
 * Reads a file into the temporary table `staged_boundary`, where faulty rows can be looked at and mended.
 */
export async function stageBoundaries(run: FileRun, request: BoundaryRequest): Promise<ReadFile> {
	await createStaging(run.tx, sql`generated always as (ST_IsValid(geom)) stored`);
	return readBoundaries(request.file, request, run.problems, false, (rows) =>
		copyRows(
			run.tx,
			'staged_boundary (ordinal, code, name, kind, parent_name, area_m2, stated_km2, geom)',
			mapRows(rows, (row) => [
				int4Field(row.ordinal),
				textField(row.code),
				textField(row.name),
				textField(row.kind),
				row.parentName === null ? null : textField(row.parentName),
				float8Field(areaM2(row)),
				row.statedKm2 === null ? null : float8Field(row.statedKm2),
				encodeMultiPolygon(row.polygons, 4326)
			])
		)
	);
}

/** @param validity how the column `valid` comes about */
async function createStaging(tx: Queryable, validity: SQL): Promise<void> {
	await tx.execute(sql`drop table if exists staged_boundary`);
	await tx.execute(sql`
		create temp table staged_boundary (
			ordinal int primary key,
			code text not null,
			name text not null,
			kind text not null,
			parent_name text,
			area_m2 float8,
			stated_km2 float8,
			geom geometry(MultiPolygon, 4326) not null,
			valid boolean ${validity}
		) on commit drop`);
}

/**
 * Reads a file straight into `unit`: the database's constraints check each row while we read the next.
 *
 * This is the quick way of a file without faults, in WGS 84. A row that breaks a constraint raises, and
 * the caller takes the thorough way to say what is wrong.
 */
export async function copyIntoUnits(run: FileRun, request: BoundaryRequest): Promise<ReadFile> {
	const level = textField(request.level);
	const validFrom = dateField(request.validFrom);
	const validTo = request.validTo === null ? null : dateField(request.validTo);
	const source = int4Field(run.sourceId);
	return readBoundaries(request.file, request, run.problems, true, (rows) =>
		copyRows(
			run.tx,
			`unit (code, name, kind, level, parent_name, valid_from, valid_to, geom, label_lon, label_lat,
				area_km2, source_id)`,
			mapRows(rows, (row) => {
				const [lon, lat] = labelPoint(row.polygons);
				checkStatedArea(run.problems, row, areaM2(row) / 1e6);
				return [
					textField(row.code),
					textField(row.name),
					textField(row.kind),
					level,
					row.parentName === null ? null : textField(row.parentName),
					validFrom,
					validTo,
					encodeMultiPolygon(row.polygons, 4326),
					float8Field(lon),
					float8Field(lat),
					float8Field(areaM2(row) / 1e6),
					source
				];
			})
		)
	);
}

/** Copies units that are loaded already into `staged_boundary`, for the checks that look at the whole. */
export async function stageUnits(tx: Queryable, where: SQL): Promise<void> {
	// Invalid shapes never become units.
	await createStaging(tx, sql`not null default true`);
	await tx.execute(sql`
		insert into staged_boundary (ordinal, code, name, kind, parent_name, area_m2, geom)
		select row_number() over (order by id), code, name, kind, parent_name, area_km2 * 1e6, geom
		from unit where ${where}`);
}

/** A stated area may differ from the shape's by so much: they are measured in different ways. */
const STATED_TOLERANCE = 0.05;

/** Warns where a commune's shape and the area that the file states for it disagree. */
export function checkStatedArea(
	problems: ProblemList,
	row: Pick<BoundaryRow, 'ordinal' | 'code' | 'name' | 'statedKm2'>,
	areaKm2: number
): void {
	if (row.statedKm2 === null) return;
	const share = areaKm2 / row.statedKm2 - 1;
	if (Math.abs(share) <= STATED_TOLERANCE) return;
	problems.warn('area-differs', {
		row: row.ordinal,
		unit: `${row.code} ${row.name}`,
		value: String(row.statedKm2),
		detail: { known: Number(areaKm2.toFixed(2)), share: Math.abs(share) }
	});
}

function areaM2(row: BoundaryRow): number {
	return row.polygons.reduce((sum, rings) => sum + polygonAreaM2(rings), 0);
}

async function* mapRows(
	rows: AsyncIterable<BoundaryRow>,
	toFields: (row: BoundaryRow) => Field[]
): AsyncGenerator<Field[]> {
	for await (const row of rows) yield toFields(row);
}
