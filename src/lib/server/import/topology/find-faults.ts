import { sql } from 'drizzle-orm';
import type { TopologyFault } from '#lib/domain/import-report.ts';
import { copyGeometries } from '../../db/copy-geometries.ts';
import { copyRows, int4Field } from '../../db/copy.ts';
import { rowOf, rowsOf, type Queryable } from '../../db/database.ts';
import { decodeRings, encodeLine } from '../../db/wkb.ts';
import { OpenBorders, type OpenBorder } from './open-borders.ts';
import { overlayInto } from './overlay.ts';
import { findUnmatchedEdges } from './unmatched-edges.ts';

/** Smaller overlaps and gaps are noise of the coordinates' last digits; so are shorter unmatched borders. */
const NOTICED_M2 = 1;
const NOTICED_M = 1;
/** Compactness (4πA/P²; a circle has 1) below which a piece is a sliver: over some 15 times as long as wide. */
const THIN = 0.2;
/** Up to this share of the smaller commune a fault is a warning. */
export const TOLERATED_SHARE = 0.001;

/**
 * Overlays are computed on a grid of 0.1 mm: snapping makes them robust, where the embedded build cannot
 * fall back when exact arithmetic fails.
 */
const GRID_DEGREES = 1e-9;

/**
 * Finds overlaps and gaps over 1 m² between the valid communes of `staged_boundary`, and borders that
 * neighbours draw with different corners.
 *
 * Open borders cut the land into faces, in each of which the same number of communes lies everywhere: none
 * is a gap, two and more are overlaps.
 */
export async function findTopologyFaults(tx: Queryable): Promise<TopologyFault[]> {
	await tx.execute(sql`drop table if exists staged_border, staged_net, staged_cut, staged_face,
		staged_pair, staged_overlap_all, staged_overlap, staged_gap, staged_side, staged_side_all, staged_unmatched`);
	await tx.execute(
		sql`create index if not exists staged_boundary_geom on staged_boundary using gist (geom)`
	);
	await tx.execute(sql`analyze staged_boundary`);
	const borders = await listOpenBorders(tx);
	if (borders.length === 0) return [];
	await cutIntoFaces(tx, borders);
	await findOverlaps(tx);
	await findGaps(tx);
	return [...(await listFaults(tx)), ...(await listUnmatched(tx, borders))];
}

async function listOpenBorders(tx: Queryable): Promise<OpenBorder[]> {
	const borders = new OpenBorders();
	for await (const { ordinal, wkb } of copyGeometries(tx, 'staged_boundary', 'valid')) {
		for (const { line, hole } of decodeRings(wkb)) borders.add(ordinal, line, hole);
	}
	return [...borders.list()];
}

/** Makes `staged_face`: areas between open borders, with the number of communes that lie there. */
async function cutIntoFaces(tx: Queryable, borders: readonly OpenBorder[]): Promise<void> {
	await tx.execute(
		sql`create temp table staged_border (geom geometry(LineString, 4326)) on commit drop`
	);
	await copyRows(
		tx,
		'staged_border (geom)',
		borders.map(({ line }) => [encodeLine(line, 4326)])
	);
	await overlayInto(
		tx,
		'staged_net',
		sql`select ST_Union(geom, ${GRID_DEGREES}::float8) as geom from staged_border`,
		1
	);
	await overlayInto(tx, 'staged_cut', sql`select ST_Polygonize(geom) as geom from staged_net`, 1);
	const { faces } = await rowOf<{ faces: number }>(
		tx,
		sql`select ST_NumGeometries(geom)::int as faces from staged_cut`
	);
	await overlayInto(
		tx,
		'staged_face',
		sql`
		select row_number() over ()::int as face, cut.geom, (
			select count(*)::int from staged_boundary u
			where u.geom && inside and ST_Intersects(u.geom, inside)
		) as depth
		from (select (ST_Dump(geom)).geom from staged_cut) cut, ST_PointOnSurface(cut.geom) inside`,
		faces
	);
}

async function findOverlaps(tx: Queryable): Promise<void> {
	// Which communes they are may change within a face, where a shared border runs through it.
	await tx.execute(sql`
		create temp table staged_pair on commit drop as
		select distinct a.ordinal as a, b.ordinal as b
		from staged_face f
		join staged_boundary a on a.valid and a.geom && f.geom
		join staged_boundary b on b.valid and b.geom && f.geom and a.ordinal < b.ordinal and a.geom && b.geom
		where f.depth > 1 and ST_Intersects(a.geom, f.geom) and ST_Intersects(b.geom, f.geom)`);
	const { pairs } = await rowOf<{ pairs: number }>(
		tx,
		sql`select count(*)::int as pairs from staged_pair`
	);
	await overlayInto(
		tx,
		'staged_overlap_all',
		sql`
		select p.a, p.b,
			ST_CollectionExtract(ST_Intersection(a.geom, b.geom, ${GRID_DEGREES}::float8), 3) as piece
		from staged_pair p
		join staged_boundary a on a.ordinal = p.a
		join staged_boundary b on b.ordinal = p.b`,
		pairs
	);
	await tx.execute(sql`
		create temp table staged_overlap on commit drop as
		select * from (select a, b, piece, ST_Area(piece::geography) as area_m2
			from staged_overlap_all where not ST_IsEmpty(piece)) measured
		where area_m2 > ${NOTICED_M2}`);
}

async function findGaps(tx: Queryable): Promise<void> {
	await tx.execute(sql`
		create temp table staged_gap on commit drop as
		select * from (select face as gap_id, geom as piece, ST_Area(geom::geography) as area_m2
			from staged_face where depth = 0) measured
		where area_m2 > ${NOTICED_M2}`);
	await tx.execute(sql`
		create temp table staged_side on commit drop as
		select g.gap_id, u.ordinal from staged_gap g
		join staged_boundary u on u.valid and u.geom && ST_Expand(g.piece, 0.00001)`);
	const { sides } = await rowOf<{ sides: number }>(
		tx,
		sql`select count(*)::int as sides from staged_side`
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
		from staged_side p
		join staged_gap g on g.gap_id = p.gap_id
		join staged_boundary u on u.ordinal = p.ordinal`,
		sides
	);
}

interface FaultRow {
	kind: 'overlap' | 'gap';
	units: string[];
	areaM2: number;
	smallestM2: number;
	thinness: number;
	lon: number;
	lat: number;
}

/** Overlaps and gaps, the largest first. */
async function listFaults(tx: Queryable): Promise<TopologyFault[]> {
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
		join staged_side_all s on s.gap_id = g.gap_id and s.touches
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

/**
 * Borders that two communes draw with different corners, the longest first. Those that only lead up to an
 * overlap or a gap are mended with it, and not listed.
 */
async function listUnmatched(
	tx: Queryable,
	borders: readonly OpenBorder[]
): Promise<TopologyFault[]> {
	await tx.execute(sql`create temp table staged_unmatched (ordinal int, beside int,
		geom geometry(LineString, 4326)) on commit drop`);
	await copyRows(
		tx,
		'staged_unmatched (ordinal, beside, geom)',
		findUnmatchedEdges(borders).map(({ ordinal, beside, line }) => [
			int4Field(ordinal),
			int4Field(beside),
			encodeLine(line, 4326)
		])
	);
	const rows = await rowsOf<{ units: string[]; lengthM: number; lon: number; lat: number }>(
		tx,
		sql`
		with side as (
			select least(ordinal, beside) as a, greatest(ordinal, beside) as b, ordinal,
				sum(ST_Length(geom::geography)) as length_m,
				(array_agg(ST_LineInterpolatePoint(geom, 0.5) order by ST_Length(geom) desc))[1] as middle
			from staged_unmatched e
			where not exists (select from staged_overlap o where ST_DWithin(o.piece, e.geom, 0.0000001))
				and not exists (select from staged_gap g where ST_DWithin(g.piece, e.geom, 0.0000001))
			group by 1, 2, 3
		), border as (
			select distinct on (a, b) a, b, length_m, middle from side
			order by a, b, round(length_m::numeric, 1) desc, ordinal
		)
		select array[a.code || ' ' || a.name, b.code || ' ' || b.name] as units, length_m as "lengthM",
			ST_X(middle) as lon, ST_Y(middle) as lat
		from border
		join staged_boundary a on a.ordinal = border.a
		join staged_boundary b on b.ordinal = border.b
		where length_m > ${NOTICED_M} order by length_m desc`
	);
	return rows.map(({ units, lengthM, lon, lat }) => ({
		...{ kind: 'unmatched', units, areaM2: 0, lengthM, shareOfSmallest: 0 },
		position: [lon, lat]
	}));
}
