import { sql } from 'drizzle-orm';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Cell } from './csv.ts';

/** A table with its heading, ready to be written as CSV. */
export interface Table {
	heading: string[];
	rows: Cell[][];
}

/** Mergers, in the form that `import succession` reads. */
export function exportSuccession(db: Queryable): Promise<Table> {
	return readTable(
		db,
		sql`select f.code as old_code, f.name as old_name, t.code as new_code, t.name as new_name, s.kind,
				s.population_weight, s.area_weight, s.effective::text as effective, s.document
			from succession s join unit f on f.id = s.from_unit_id join unit t on t.id = s.to_unit_id
			order by s.id`,
		'old_code old_name new_code new_name kind population_weight area_weight effective document'
	);
}

/** Status events, in the form that `import status` reads. */
export function exportStatus(db: Queryable): Promise<Table> {
	return readTable(
		db,
		sql`select u.code as unit_code, u.name as unit_name, e.track_code as track, e.round, e.status,
				e.effective_date::text as effective_date, e.document_number,
				e.document_date::text as document_date, e.signatory, e.note
			from status_event e join unit u on u.id = e.unit_id order by e.id`,
		'unit_code unit_name track round status effective_date document_number document_date signatory note'
	);
}

/** Types of community models, in the form that `import models` reads. */
export function exportModels(db: Queryable): Promise<Table> {
	return readTable(
		db,
		sql`select code as model_code, name_vi, name_en, founded_on::text as founded_on,
				retired_on::text as retired_on, replicated_from
			from community_model order by code`,
		'model_code name_vi name_en founded_on retired_on replicated_from'
	);
}

/** Sites of models, in the form that `import models --sites` reads. */
export function exportSites(db: Queryable): Promise<Table> {
	return readTable(
		db,
		sql`select s.code as site_code, s.model_code, u.code as unit_code, u.name as unit_name, s.name,
				s.founded_on::text as founded_on, s.retired_on::text as retired_on, s.lon, s.lat, s.teams,
				s.replicated_from
			from model_site s join unit u on u.id = s.unit_id order by s.id`,
		'site_code model_code unit_code unit_name name founded_on retired_on lon lat teams replicated_from'
	);
}

async function readTable(
	db: Queryable,
	query: ReturnType<typeof sql>,
	columns: string
): Promise<Table> {
	const heading = columns.split(' ');
	const rows = await rowsOf<Record<string, Cell>>(db, query);
	return { heading, rows: rows.map((row) => heading.map((column) => row[column] ?? null)) };
}
