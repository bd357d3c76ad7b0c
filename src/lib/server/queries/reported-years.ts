import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ReportedIndicator } from '#lib/domain/disclosure/reported-years.ts';
import type { History } from '#lib/domain/history.ts';
import type { IndicatorRules } from '#lib/domain/indicator.ts';
import type { Queryable } from '../db/database.ts';
import { observation, unit } from '../db/schema.ts';

/** The year that a figure's period ends in; reporting years end in December as well. */
const YEAR = sql<number>`extract(year from ${observation.periodEnd})::int`;

/**
 * What communes reported of the indicators that add up, year by year, in the installation's calendar; without
 * those that a track is judged by, which the history has.
 */
export async function listReportedYears(
	db: Queryable,
	history: History,
	indicators: readonly IndicatorRules[]
): Promise<ReportedIndicator[]> {
	const leading = new Set(history.leading.values());
	const asked = indicators.filter(
		({ code, aggregation }) => aggregation === 'sum' && !leading.has(code)
	);
	if (asked.length === 0) return [];
	const rows = await db
		.select({
			code: observation.indicatorCode,
			unitId: observation.unitId,
			year: YEAR,
			total: sql<number>`sum(${observation.value})::float8`,
			reports: sql<number>`count(*)::int`
		})
		.from(observation)
		.innerJoin(unit, eq(observation.unitId, unit.id))
		.where(
			and(
				eq(unit.level, 'commune'),
				eq(observation.scheme, history.calendar),
				inArray(
					observation.indicatorCode,
					asked.map(({ code }) => code)
				)
			)
		)
		.groupBy(observation.indicatorCode, observation.unitId, YEAR);
	return asked.map(({ code, periodicity }) => ({
		code,
		periodicity,
		years: rows.flatMap(({ code: of, ...row }) => (of === code ? row : []))
	}));
}
