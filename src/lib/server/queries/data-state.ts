import { sql } from 'drizzle-orm';
import type { LoadedSource, SourceDetail } from '#lib/domain/loaded-source.ts';
import { rowOf, rowsOf, type Queryable } from '../db/database.ts';

/** What the database is at; cheap enough to ask at every request. */
export interface DataState {
	dataVersion: number;
	units: number;
	demonstration: boolean;
	/** Null until a data set or a person named it. */
	provinceName: string | null;
}

export async function getDataState(db: Queryable): Promise<DataState> {
	return rowOf<DataState>(
		db,
		sql`select data_version::float8 as "dataVersion",
				(select count(*)::int from unit where level = 'commune') as units,
				exists (select from source where demonstration) as demonstration,
				(select name from province_settings) as "provinceName"
			from data_state`
	);
}

const SOURCE_COLUMNS = sql`id, subject, file_name as "fileName",
	to_char(imported_at, 'YYYY-MM-DD') as "importedAt", imported_by as "importedBy", demonstration, sensitivity,
	(counts->>'read')::int as read, (counts->>'written')::int as written, sha256, reason,
	coalesce((report->'problemCounts'->>'errors')::int, 0) as errors,
	coalesce((report->'problemCounts'->>'warnings')::int, 0) as warnings`;

export async function listSources(db: Queryable): Promise<LoadedSource[]> {
	return rowsOf<LoadedSource>(db, sql`select ${SOURCE_COLUMNS} from source order by id`);
}

/** A loaded file with its report; undefined when there is none of that number. */
export async function getSource(db: Queryable, id: number): Promise<SourceDetail | undefined> {
	const [source] = await rowsOf<SourceDetail>(
		db,
		sql`select ${SOURCE_COLUMNS}, report from source where id = ${id}`
	);
	return source;
}
