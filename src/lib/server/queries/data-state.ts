import { sql } from 'drizzle-orm';
import { rowOf, rowsOf, type Queryable } from '../db/database.ts';

/** What the database is at; cheap enough to ask at every request. */
export interface DataState {
	dataVersion: number;
	units: number;
	demonstration: boolean;
	/** Null until a data set named it. */
	provinceName: string | null;
}

export async function getDataState(db: Queryable): Promise<DataState> {
	return rowOf<DataState>(
		db,
		sql`select data_version::float8 as "dataVersion",
				(select count(*)::int from unit where level = 'commune') as units,
				exists (select from source where demonstration) as demonstration, province_name as "provinceName"
			from data_state`
	);
}

/** A loaded file, for the "source" lines of screens and downloads. */
export interface LoadedSource {
	id: number;
	subject: string;
	fileName: string;
	importedAt: string;
	importedBy: string;
	demonstration: boolean;
	sensitivity: string;
	read: number;
	written: number;
	sha256: string;
	/** Why figures of a closed period were corrected. */
	reason: string | null;
	errors: number;
	warnings: number;
}

export async function listSources(db: Queryable): Promise<LoadedSource[]> {
	return rowsOf<LoadedSource>(
		db,
		sql`select id, subject, file_name as "fileName", to_char(imported_at, 'YYYY-MM-DD') as "importedAt",
				imported_by as "importedBy", demonstration, sensitivity,
				(counts->>'read')::int as read, (counts->>'written')::int as written, sha256, reason,
				coalesce((report->'problemCounts'->>'errors')::int, 0) as errors,
				coalesce((report->'problemCounts'->>'warnings')::int, 0) as warnings
			from source order by id`
	);
}
