import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Frame } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import { boundaryCache } from '../db/schema.ts';
import { isDiskFull } from '../db/is-disk-full.ts';

const compress = promisify(gzip);

/** Changes when boundaries are built in another way, so that cached ones are built anew. */
const BUILD = 1;
/** Corners that stand out by less than this much land are left out: 15 m are invisible on a map of a province. */
const DETAIL_DEGREES = 0.000_15;
/** Coordinates are kept to about this many degrees (1.6 m). */
const PRECISION_DEGREES = 0.000_015;

/** What is known of a frame's boundaries without reading them. */
export interface BoundaryNote {
	contentHash: string;
	west: number;
	south: number;
	east: number;
	north: number;
}

/** A frame's boundaries, ready to be sent. */
export interface FrameBoundaries extends BoundaryNote {
	/** TopoJSON with one object, `units`, whose geometries have the unit's id; gzip. */
	body: Uint8Array;
}

/** Hash and extent of a frame's boundaries; built at the first time and kept until they change. */
export async function getBoundaryNote(db: Queryable, frame: Frame): Promise<BoundaryNote> {
	const [known] = await rowsOf<BoundaryNote>(
		db,
		sql`select content_hash as "contentHash", west, south, east, north from boundary_cache
			where key = ${cacheKey(frame)}`
	);
	return known ?? buildBoundaries(db, frame);
}

/** The boundaries of a frame; built at the first time and kept in the database until they change. */
export async function getFrameBoundaries(db: Queryable, frame: Frame): Promise<FrameBoundaries> {
	const [known] = await rowsOf<FrameBoundaries>(
		db,
		sql`select content_hash as "contentHash", body, west, south, east, north from boundary_cache
			where key = ${cacheKey(frame)}`
	);
	return known ?? buildBoundaries(db, frame);
}

function cacheKey(frame: Frame): string {
	return createHash('sha256')
		.update(`${BUILD} ${frame.unitIds.join(' ')}`)
		.digest('hex');
}

async function buildBoundaries(db: Queryable, frame: Frame): Promise<FrameBoundaries> {
	const topology = await buildTopology(db, frame);
	const [west = 0, south = 0, east = 0, north = 0] = topology.bbox ?? [];
	const body = await compress(JSON.stringify(topology), { level: 9 });
	const contentHash = createHash('sha256').update(body).digest('hex').slice(0, 20);
	const built = { contentHash, body, west, south, east, north };
	try {
		await db
			.insert(boundaryCache)
			.values({ key: cacheKey(frame), ...built })
			.onConflictDoNothing();
	} catch (error) {
		// Reading goes on without the cache.
		if (!isDiskFull(error)) throw error;
	}
	return built;
}

async function buildTopology(db: Queryable, frame: Frame): Promise<Topology> {
	const rows = await rowsOf<{ id: number; geometry: string }>(
		db,
		sql`select id, ST_AsGeoJSON(geom, 7) as geometry from unit
			where id in (select unnest(${sql.param(frame.unitIds)}::int[])) order by id`
	);
	const features = rows.map((row): Feature<MultiPolygon> => ({
		type: 'Feature',
		id: row.id,
		properties: {},
		geometry: JSON.parse(row.geometry) as MultiPolygon
	}));
	const collection: FeatureCollection = { type: 'FeatureCollection', features };
	const exact = topology({ units: collection }) as Topology<{ units: GeometryCollection<object> }>;
	const [west = 0, south = 0, east = 0, north = 0] = exact.bbox ?? [];
	const simple = simplify(presimplify(exact), DETAIL_DEGREES ** 2);
	const steps = Math.max(
		10_000,
		Math.ceil(Math.max(east - west, north - south) / PRECISION_DEGREES)
	);
	return quantize(simple, steps);
}
