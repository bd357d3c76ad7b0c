import { sql } from 'drizzle-orm';
import type { Succession } from '#lib/domain/succession.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

/** All recorded mergers, transfers and changes of district. */
export async function listSuccessions(db: Queryable): Promise<Succession[]> {
	return rowsOf<Succession>(
		db,
		sql`select from_unit_id as "fromUnitId", to_unit_id as "toUnitId", kind,
				population_weight as "populationWeight", effective::text as effective, document
			from succession order by id`
	);
}
