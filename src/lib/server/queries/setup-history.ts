import { desc, sql } from 'drizzle-orm';
import type { SetupChange } from '#lib/domain/setup/setup-change.ts';
import type { Queryable } from '../db/database.ts';
import { setupChange } from '../db/schema.ts';

/** All changes of the set-up, the latest first. */
export async function listSetupChanges(db: Queryable): Promise<SetupChange[]> {
	return db
		.select({
			id: setupChange.id,
			changedBy: setupChange.changedBy,
			changedAt: sql<string>`to_char(${setupChange.changedAt}, 'YYYY-MM-DD')`,
			before: setupChange.before,
			after: setupChange.after
		})
		.from(setupChange)
		.orderBy(desc(setupChange.id));
}
