import { sql } from 'drizzle-orm';
import type { LoadedSource, SourceDetail } from '#lib/domain/loaded-source.ts';
import { issuingBody } from '#lib/domain/issuing-body.ts';
import { rowOf, rowsOf, type Queryable } from '../db/database.ts';

/** State of the data; cheap enough to read for each request. */
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

/** Largest number of documents of a load that are listed. */
const NAMED_DOCUMENTS = 3;

const SOURCE_COLUMNS = sql`id, subject, file_name as "fileName",
	to_char(imported_at, 'YYYY-MM-DD') as "importedAt", imported_by as "importedBy", demonstration, sensitivity,
	(counts->>'read')::int as read, (counts->>'written')::int as written, sha256, reason,
	coalesce((report->'problemCounts'->>'errors')::int, 0) as errors,
	coalesce((report->'problemCounts'->>'warnings')::int, 0) as warnings,
	(select string_agg(document, chr(10) order by document) from (
			select document from succession where source_id = source.id and document is not null
			union select document_number from status_event
				where source_id = source.id and document_number is not null
			order by document limit ${NAMED_DOCUMENTS}) named)
		as documents,
	(select string_agg(signatory, chr(10) order by many desc, signatory) from (
			select signatory, count(*) as many from status_event
			where source_id = source.id and signatory is not null group by signatory) signed)
		as signatories`;

/** Texts that cannot hold a line's end come as lines: the drivers differ in how they read arrays. */
type SourceRow = Omit<LoadedSource, 'documents' | 'issuers'> & {
	documents: string | null;
	signatories: string | null;
};

function sourceOf<R extends SourceRow>({
	documents,
	signatories,
	...row
}: R): Omit<R, 'documents' | 'signatories'> & Pick<LoadedSource, 'documents' | 'issuers'> {
	return {
		...row,
		documents: documents === null ? [] : documents.split('\n'),
		issuers: signatories === null ? [] : [...new Set(signatories.split('\n').map(issuingBody))]
	};
}

export async function listSources(db: Queryable): Promise<LoadedSource[]> {
	const rows = await rowsOf<SourceRow>(db, sql`select ${SOURCE_COLUMNS} from source order by id`);
	return rows.map(sourceOf);
}

/** A loaded file with its report; undefined when there is none of that number. */
export async function getSource(db: Queryable, id: number): Promise<SourceDetail | undefined> {
	const [row] = await rowsOf<SourceRow & Pick<SourceDetail, 'report'>>(
		db,
		sql`select ${SOURCE_COLUMNS}, report from source where id = ${id}`
	);
	return row && sourceOf(row);
}
