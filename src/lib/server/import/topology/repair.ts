import { sql } from 'drizzle-orm';
import { polygonAreaM2, type MultiPolygonCoordinates } from '#lib/domain/boundary.ts';
import type { RepairChange } from '#lib/domain/repair.ts';
import { copyGeometries } from '../../db/copy-geometries.ts';
import { copyRows, float8Field, int4Field, type Field } from '../../db/copy.ts';
import { rowOf, type Queryable } from '../../db/database.ts';
import { decodeMultiPolygon, encodeMultiPolygon } from '../../db/wkb.ts';
import { cutIntoFaces, GRID_DEGREES, type Face } from './faces.ts';
import type { Survey } from './find-faults.ts';
import type { Land } from './land.ts';
import { overlayInto } from './overlay.ts';

/**
 * Closes overlaps and gaps up to a size in `staged_boundary`, and gives neighbours the same corners.
 *
 * All borders of the communes concerned cut the land into faces. A face that several communes claim stays
 * with the smallest of them, which would miss it most; one that none claims goes to the commune that
 * shares the longest border with it. A larger face stays as it is: with all its claimants, or with none.
 * Communes are then put together from faces, so neighbours meet exactly; corners of the file stay where
 * they were.
 *
 * @param survey of the shapes as they are now
 * @returns what changed, the largest first
 */
export async function repairTopology(
	tx: Queryable,
	{ land, pieces, unmatched }: Survey,
	limitM2: number
): Promise<RepairChange[]> {
	if (unmatched.length === 0 && pieces.every(({ areaM2 }) => areaM2 > limitM2)) return [];
	const concerned = new Set([
		...pieces.flatMap(({ units }) => units),
		...unmatched.flatMap(({ ordinal, beside }) => [ordinal, beside])
	]);
	const changes: RepairChange[] = [];
	const owners: Field[][] = [];
	for await (const face of cutIntoFaces(tx, linesOf(land, concerned))) {
		const claimants = land.claimantsAt(...face.inside);
		const change = face.areaM2 <= limitM2 ? settle(land, face, claimants) : undefined;
		if (change) changes.push(nameUnits(land, face, change));
		for (const owner of change ? [change.to] : claimants) {
			if (concerned.has(owner)) owners.push([int4Field(face.ordinal), int4Field(owner)]);
		}
	}
	await putTogether(tx, land, owners);
	return changes.sort((a, b) => b.areaM2 - a.areaM2);
}

function* linesOf({ borders }: Land, ordinals: Iterable<number>) {
	for (const { line } of borders.listOnce(ordinals)) yield line;
}

interface Settled {
	kind: RepairChange['kind'];
	to: number;
	from: number[];
}

/** Who gets a face that more or less than one commune claims; undefined where all is well. */
function settle(land: Land, face: Face, claimants: readonly number[]): Settled | undefined {
	if (claimants.length === 1) return undefined;
	if (claimants.length === 0) {
		const to = land.sidesOf(face.rings)[0];
		return to === undefined ? undefined : { kind: 'gap', to, from: [] };
	}
	const areaOf = (ordinal: number) => land.units.get(ordinal)!.areaM2;
	const to = claimants.reduce((least, each) => (areaOf(each) < areaOf(least) ? each : least));
	return { kind: 'overlap', to, from: claimants.filter((each) => each !== to) };
}

function nameUnits({ units }: Land, face: Face, { kind, to, from }: Settled): RepairChange {
	const nameOf = (ordinal: number) => units.get(ordinal)!.name;
	return {
		kind,
		areaM2: face.areaM2,
		to: nameOf(to),
		from: from.map(nameOf),
		position: face.inside
	};
}

/**
 * Gives communes the faces that they own as their shape.
 *
 * @param owners rows of a face of `staged_face` and an owner of it
 */
async function putTogether(tx: Queryable, land: Land, owners: Field[][]): Promise<void> {
	await tx.execute(sql`drop table if exists staged_owner, staged_shape, staged_restored`);
	await tx.execute(sql`create temp table staged_owner (face int, ordinal int) on commit drop`);
	await copyRows(tx, 'staged_owner (face, ordinal)', owners);
	const { count } = await rowOf<{ count: number }>(
		tx,
		sql`select count(distinct ordinal)::int as count from staged_owner`
	);
	await overlayInto(
		tx,
		'staged_shape',
		sql`select o.ordinal, ST_Multi(ST_Union(f.geom, ${GRID_DEGREES}::float8)) as geom
			from staged_owner o join staged_face f on f.ordinal = o.face group by o.ordinal`,
		count
	);
	await tx.execute(sql`create temp table staged_restored
		(ordinal int, area_m2 float8, geom geometry(MultiPolygon, 4326)) on commit drop`);
	const restored: Field[][] = [];
	for await (const { ordinal, wkb } of copyGeometries(tx, 'staged_shape', 'true')) {
		const polygons = restoreCorners(land, decodeMultiPolygon(wkb));
		const areaM2 = polygons.reduce((sum, rings) => sum + polygonAreaM2(rings), 0);
		restored.push([int4Field(ordinal), float8Field(areaM2), encodeMultiPolygon(polygons, 4326)]);
	}
	await copyRows(tx, 'staged_restored (ordinal, area_m2, geom)', restored);
	// A corner moves by less than the grid; should that make a thin part cross itself, the grid's corner stays.
	await tx.execute(sql`
		update staged_boundary s
		set geom = case when ST_IsValid(r.geom) then r.geom else n.geom end, area_m2 = r.area_m2
		from staged_restored r join staged_shape n on n.ordinal = r.ordinal
		where r.ordinal = s.ordinal`);
}

/** Overlays round corners to the grid; those of the file go back to where they were. */
function restoreCorners(
	{ borders }: Land,
	polygons: MultiPolygonCoordinates
): MultiPolygonCoordinates {
	return polygons.map((rings) =>
		rings.map((ring) => ring.map(([x, y]) => borders.placeOf(x, y) ?? [x, y]))
	);
}
