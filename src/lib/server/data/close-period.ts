import { sql } from 'drizzle-orm';
import type { IsoDate, Period } from '#lib/domain/period.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

/** A period whose figures are settled. */
export interface ClosedPeriod extends Period {
	closedBy: string;
	closedAt: IsoDate;
}

/** Settles a period: from now on its figures change only by a correction with a reason. */
export async function closePeriod(db: Queryable, period: Period, by: string): Promise<void> {
	await db.execute(sql`
		insert into closed_period (scheme, period_start, period_end, closed_by)
		values (${period.scheme}, ${period.start}::date, ${period.end}::date, ${by})
		on conflict do nothing`);
}

/** Opens a period again. */
export async function reopenPeriod(db: Queryable, period: Period): Promise<void> {
	await db.execute(sql`
		delete from closed_period where scheme = ${period.scheme}
			and period_start = ${period.start}::date and period_end = ${period.end}::date`);
}

export async function listClosedPeriods(db: Queryable): Promise<ClosedPeriod[]> {
	return rowsOf<ClosedPeriod>(
		db,
		sql`select scheme, period_start::text as start, period_end::text as end, closed_by as "closedBy",
				to_char(closed_at, 'YYYY-MM-DD') as "closedAt"
			from closed_period order by period_start`
	);
}
