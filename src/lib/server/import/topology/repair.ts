import { sql } from 'drizzle-orm';
import type { RepairedUnit } from '#lib/domain/import-report.ts';
import { rowOf, rowsOf, type Queryable } from '../../db/database.ts';
import { overlayInto } from './overlay.ts';

/** Repaired shapes have their corners on a grid of a centimetre, so that neighbours meet exactly. */
const GRID_DEGREES = 1e-7;
/** Closer than a decimetre counts as touching. */
const NEAR_DEGREES = 1e-6;

/** Mends invalid shapes (self-crossings and the like) in `staged_boundary`, keeping their area parts. */
export async function repairInvalid(tx: Queryable): Promise<void> {
	await tx.execute(sql`
		update staged_boundary
		set geom = ST_Multi(ST_CollectionExtract(ST_MakeValid(geom), 3)) where not valid`);
}

/**
 * Makes `staged_boundary` a coverage.
 *
 * All borders together cut the land into faces. A face that several communes claim stays with the
 * smallest of them, which would miss it most; one that none claims goes to the commune that shares the
 * longest border with it. Communes are then put together from faces, so neighbours meet exactly.
 */
export async function repairTopology(tx: Queryable): Promise<void> {
	await tx.execute(sql`drop table if exists staged_lines, staged_face, staged_owner, staged_shape`);
	await overlayInto(
		tx,
		'staged_lines',
		sql`select ST_Union(ST_Boundary(geom), ${GRID_DEGREES}::float8) as geom from staged_boundary`,
		1
	);
	await tx.execute(sql`
		create temp table staged_face on commit drop as
		select row_number() over ()::int as face, face.geom, ST_PointOnSurface(face.geom) as inside
		from (select (ST_Dump(ST_Polygonize(geom))).geom from staged_lines) face`);
	const { faces } = await rowOf<{ faces: number }>(
		tx,
		sql`select count(*)::int as faces from staged_face`
	);
	await overlayInto(
		tx,
		'staged_owner',
		sql`
		select f.face, f.geom, coalesce(
			(select u.ordinal from staged_boundary u
				where u.geom && f.inside and ST_Intersects(u.geom, f.inside)
				order by u.area_m2, u.ordinal limit 1),
			(select u.ordinal from staged_boundary u
				where ST_DWithin(u.geom, f.geom, ${NEAR_DEGREES}::float8)
				order by (select coalesce(sum(ST_Length(edge.geom)), 0)
					from ST_DumpSegments(ST_ExteriorRing(f.geom)) edge
					where ST_DWithin(ST_LineInterpolatePoint(edge.geom, 0.5), u.geom, ${NEAR_DEGREES}::float8)
				) desc, u.ordinal limit 1)
		) as ordinal
		from staged_face f`,
		faces
	);
	const { owners } = await rowOf<{ owners: number }>(
		tx,
		sql`select count(distinct ordinal)::int as owners from staged_owner where ordinal is not null`
	);
	await overlayInto(
		tx,
		'staged_shape',
		sql`select ordinal, ST_Multi(ST_Union(geom, ${GRID_DEGREES}::float8)) as geom
			from staged_owner where ordinal is not null group by ordinal`,
		owners
	);
	await tx.execute(sql`
		update staged_boundary s set geom = n.geom, area_m2 = ST_Area(n.geom::geography)
		from staged_shape n where n.ordinal = s.ordinal`);
}

/** Keeps the shapes as they came, to tell afterwards what a repair moved. */
export async function rememberOriginals(tx: Queryable): Promise<void> {
	await tx.execute(sql`
		create temp table staged_original on commit drop as
		select ordinal, ST_Multi(ST_CollectionExtract(ST_MakeValid(geom), 3)) as geom from staged_boundary`);
}

/** What the repair moved, commune by commune: the area by which the shape now differs, in m². */
export async function listRepaired(tx: Queryable): Promise<RepairedUnit[]> {
	const { count } = await rowOf<{ count: number }>(
		tx,
		sql`select count(*)::int as count from staged_boundary`
	);
	await overlayInto(
		tx,
		'staged_moved',
		sql`
		select s.ordinal, s.code || ' ' || s.name as unit,
			ST_Area(ST_SymDifference(s.geom, o.geom, ${GRID_DEGREES}::float8)::geography) as moved_m2
		from staged_boundary s join staged_original o on o.ordinal = s.ordinal`,
		count
	);
	return rowsOf<RepairedUnit>(
		tx,
		sql`select unit, moved_m2 as "movedM2" from staged_moved where moved_m2 > 0.5 order by moved_m2 desc`
	);
}
