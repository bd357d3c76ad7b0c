import { sql } from 'drizzle-orm';
import type { TopologyFault } from '#lib/domain/import-report.ts';
import { rowOf, rowsOf, type Queryable } from '../../db/database.ts';
import { overlayInto } from './overlay.ts';

/** Smaller overlaps and gaps are noise of the coordinates' last digits. */
const NOTICED_M2 = 1;
/** Compactness (4πA/P²; a circle has 1) below which a piece is a sliver: over some 15 times as long as wide. */
const THIN = 0.2;
/** Up to this share of the smaller commune a fault is a warning. */
export const TOLERATED_SHARE = 0.001;

/**
 * Overlays are computed on a grid of 0.1 mm: snapping makes them robust, where the embedded build cannot
 * fall back when exact arithmetic fails.
 */
const GRID_DEGREES = 1e-9;

interface FaultRow {
	kind: 'overlap' | 'gap';
	units: string[];
	areaM2: number;
	smallestM2: number;
	thinness: number;
	lon: number;
	lat: number;
}

/** Finds overlaps and gaps over 1 m² between the valid communes of `staged_boundary`. */
export async function findTopologyFaults(tx: Queryable): Promise<TopologyFault[]> {
	await tx.execute(sql`drop table if exists staged_overlap, staged_gap, staged_gap_side,
		staged_pair, staged_overlap_all, staged_cell, staged_union, staged_side_pair, staged_side_all`);
	await tx.execute(
		sql`create index if not exists staged_boundary_geom on staged_boundary using gist (geom)`
	);
	await tx.execute(sql`analyze staged_boundary`);
	await findOverlaps(tx);
	await findGaps(tx);
	const rows = await rowsOf<FaultRow>(
		tx,
		sql`
		select 'overlap' as kind, array[a.code || ' ' || a.name, b.code || ' ' || b.name] as units,
			o.area_m2 as "areaM2", least(a.area_m2, b.area_m2) as "smallestM2",
			4 * pi() * ST_Area(o.piece) / nullif(ST_Perimeter(o.piece), 0) ^ 2 as thinness,
			ST_X(ST_PointOnSurface(o.piece)) as lon, ST_Y(ST_PointOnSurface(o.piece)) as lat
		from staged_overlap o
		join staged_boundary a on a.ordinal = o.a
		join staged_boundary b on b.ordinal = o.b
		union all
		select 'gap', array_agg(u.code || ' ' || u.name order by s.shared_m desc), g.area_m2, min(u.area_m2),
			4 * pi() * ST_Area(g.piece) / nullif(ST_Perimeter(g.piece), 0) ^ 2,
			ST_X(ST_PointOnSurface(g.piece)), ST_Y(ST_PointOnSurface(g.piece))
		from staged_gap g
		join staged_gap_side s on s.gap_id = g.gap_id
		join staged_boundary u on u.ordinal = s.ordinal
		group by g.gap_id, g.area_m2, g.piece
		order by "areaM2" desc`
	);
	return rows.map((row) => ({
		kind: row.kind,
		units: row.units,
		areaM2: row.areaM2,
		...(row.thinness < THIN ? { sliver: true } : {}),
		shareOfSmallest: row.areaM2 / row.smallestM2,
		position: [row.lon, row.lat]
	}));
}

async function findOverlaps(tx: Queryable): Promise<void> {
	await tx.execute(sql`
		create temp table staged_pair on commit drop as
		select a.ordinal as a, b.ordinal as b
		from staged_boundary a join staged_boundary b on a.ordinal < b.ordinal and a.geom && b.geom
		where a.valid and b.valid and (a.loose or b.loose)`);
	const { pairs } = await rowOf<{ pairs: number }>(
		tx,
		sql`select count(*)::int as pairs from staged_pair`
	);
	await overlayInto(
		tx,
		'staged_overlap_all',
		sql`
		select p.a, p.b,
			case when ST_Relate(a.geom, b.geom, '2********')
				then ST_CollectionExtract(ST_Intersection(a.geom, b.geom, ${GRID_DEGREES}::float8), 3) end as piece
		from staged_pair p
		join staged_boundary a on a.ordinal = p.a
		join staged_boundary b on b.ordinal = p.b`,
		pairs
	);
	await tx.execute(sql`
		create temp table staged_overlap on commit drop as
		select * from (select a, b, piece, ST_Area(piece::geography) as area_m2
			from staged_overlap_all where piece is not null and not ST_IsEmpty(piece)) measured
		where area_m2 > ${NOTICED_M2}`);
}

async function findGaps(tx: Queryable): Promise<void> {
	// In two steps, by degree cells first: quicker, and the embedded build fails on thousands at once.
	const { cells } = await rowOf<{ cells: number }>(
		tx,
		sql`select count(distinct (round(ST_XMin(geom)), round(ST_YMin(geom))))::int as cells
			from staged_boundary where valid and loose`
	);
	await overlayInto(
		tx,
		'staged_cell',
		sql`select ST_Union(geom, ${GRID_DEGREES}::float8) as geom from staged_boundary where valid and loose
			group by round(ST_XMin(geom)), round(ST_YMin(geom))`,
		cells
	);
	await overlayInto(
		tx,
		'staged_union',
		sql`select ST_Multi(ST_Union(geom, ${GRID_DEGREES}::float8)) as geom from staged_cell`,
		1
	);
	await tx.execute(sql`
		create temp table staged_gap on commit drop as
		select row_number() over ()::int as gap_id, piece, area_m2 from (
			select piece, ST_Area(piece::geography) as area_m2 from (
				select ST_MakePolygon(ST_ExteriorRing(ring.geom)) as piece
				from staged_union u, ST_Dump(u.geom) part, ST_DumpRings(part.geom) ring
				where ring.path[1] > 0
			) holes
		) measured where area_m2 > ${NOTICED_M2}
			-- Land of the units that were passed over is no gap.
			and not exists (select from staged_boundary u where not u.loose
				and u.geom && piece and ST_Intersects(u.geom, ST_PointOnSurface(piece)))`);
	await tx.execute(sql`
		create temp table staged_side_pair on commit drop as
		select g.gap_id, u.ordinal from staged_gap g
		join staged_boundary u on u.valid and u.geom && ST_Expand(g.piece, 0.00001)`);
	const { sides } = await rowOf<{ sides: number }>(
		tx,
		sql`select count(*)::int as sides from staged_side_pair`
	);
	// Shared length by the gap's edges whose middle lies on the commune: an overlay would be no better, and
	// the embedded build fails on some.
	await overlayInto(
		tx,
		'staged_side_all',
		sql`
		select p.gap_id, p.ordinal, ST_DWithin(g.piece, u.geom, 0.000001) as touches,
			(select coalesce(sum(ST_Length(edge.geom::geography)), 0)
				from ST_DumpSegments(ST_ExteriorRing(g.piece)) as edge
				where ST_DWithin(ST_LineInterpolatePoint(edge.geom, 0.5), u.geom, 0.0000001)) as shared_m
		from staged_side_pair p
		join staged_gap g on g.gap_id = p.gap_id
		join staged_boundary u on u.ordinal = p.ordinal`,
		sides
	);
	await tx.execute(sql`
		create temp table staged_gap_side on commit drop as
		select gap_id, ordinal, shared_m from staged_side_all where touches`);
}
