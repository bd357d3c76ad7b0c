import { and, eq, sql } from 'drizzle-orm';
import type { IsoDate, Period } from '#lib/domain/period.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import { closedPeriod } from '../db/schema.ts';

/** A period whose figures are settled. */
export interface ClosedPeriod extends Period {
	closedBy: string;
	closedAt: IsoDate;
}

/** Settles a period: from now on its figures change only by a correction with a reason. */
export async function closePeriod(db: Queryable, period: Period, by: string): Promise<void> {
	await db
		.insert(closedPeriod)
		.values({
			scheme: period.scheme,
			periodStart: period.start,
			periodEnd: period.end,
			closedBy: by
		})
		.onConflictDoNothing();
}

/** Opens a period again. */
export async function reopenPeriod(db: Queryable, period: Period): Promise<void> {
	await db
		.delete(closedPeriod)
		.where(
			and(
				eq(closedPeriod.scheme, period.scheme),
				eq(closedPeriod.periodStart, period.start),
				eq(closedPeriod.periodEnd, period.end)
			)
		);
}

export async function listClosedPeriods(db: Queryable): Promise<ClosedPeriod[]> {
	return rowsOf<ClosedPeriod>(
		db,
		sql`select scheme, period_start::text as start, period_end::text as end, closed_by as "closedBy",
				to_char(closed_at, 'YYYY-MM-DD') as "closedAt"
			from closed_period order by period_start`
	);
}
