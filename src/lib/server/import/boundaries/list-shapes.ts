import { sql } from 'drizzle-orm';
import { rowsOf, type Queryable } from '../../db/database.ts';

/** A shape of a file as a person looks at it before loading: simplified, with what it is called. */
export interface PreviewShape {
	ordinal: number;
	code: string;
	name: string;
	/** GeoJSON geometry, WGS 84. */
	geometry: string;
}

/** More shapes than a person looks at one by one; a national file is not drawn. */
const MAX_SHAPES = 1500;
/** Corners that stand out by less are left out: some 20 m. */
const DETAIL_DEGREES = 0.0002;

/** The shapes in `staged_boundary`; none of a file with too many. */
export async function listShapes(tx: Queryable): Promise<PreviewShape[]> {
	return rowsOf<PreviewShape>(
		tx,
		sql`select ordinal, code, name, ST_AsGeoJSON(case when valid
				then ST_SimplifyPreserveTopology(geom, ${DETAIL_DEGREES}::float8) else geom end, 5) as geometry
			from staged_boundary
			where (select count(*) from staged_boundary) <= ${MAX_SHAPES} order by ordinal`
	);
}
