import { sql } from 'drizzle-orm';
import type { Indicator, IndicatorRules } from '#lib/domain/indicator.ts';
import {
	monthEnd,
	monthOfDate,
	monthsPeriod,
	type IsoDate,
	type Month,
	type Scheme
} from '#lib/domain/period.ts';
import { readinessOf, type ReadinessRow, type ReportedMonth } from '#lib/domain/readiness.ts';
import { findFrame, isValidOn } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/** Who has reported what: communes by months, of one indicator. */
export interface ReadinessMatrix {
	indicator: Indicator;
	scheme: Scheme;
	months: Month[];
	/** Months that are closed. */
	closed: boolean[];
	units: ReadinessRow[];
}

/** Months before the first that are needed to judge it. */
const BEFORE = 12;

/**
 * The readiness of the communes that are valid in the last of some months, for each of them.
 *
 * @param months first and last
 * @param scheme calendar months, or reporting months from the 15th to the 14th
 */
export async function getReadiness(
	db: Queryable,
	province: Province,
	indicator: IndicatorRules,
	months: { from: Month; to: Month },
	scheme: Scheme,
	today: IsoDate
): Promise<ReadinessMatrix> {
	const { history } = province;
	const range = Array.from({ length: months.to - months.from + 1 }, (_, at) => months.from + at);
	const reports = await loadReports(db, indicator.code, months, scheme);
	const closed = await rowsOf<{ end: string }>(
		db,
		sql`select period_end::text as end from closed_period where scheme = ${scheme}`
	);
	const closedMonths = new Set(closed.map(({ end }) => monthOfDate(end)));
	const unitIds = new Set(
		range.flatMap((month) => findFrame(history.frames, month, scheme)?.unitIds ?? [])
	);
	const units = [...unitIds].map((id) => history.units.get(id)!);
	const rules = { events: indicator.unitVi === 'vụ', dueDays: indicator.dueDays };
	return {
		indicator,
		scheme,
		months: range,
		closed: range.map((month) => closedMonths.has(month)),
		units: units.map((unit) => {
			const own = reports.get(unit.id) ?? new Map<Month, ReportedMonth>();
			return {
				unit,
				states: range.map((month) => {
					const end = monthEnd(month, scheme);
					if (!isValidOn(unit, end)) return 'not-expected';
					const before: number[] = [];
					for (let back = 1; back <= BEFORE; back++) {
						const value = own.get(month - back)?.value;
						if (value !== undefined) before.push(value);
					}
					return readinessOf(end, own.get(month), before, today, rules);
				})
			};
		})
	};
}

async function loadReports(
	db: Queryable,
	indicator: string,
	months: { from: Month; to: Month },
	scheme: Scheme
): Promise<Map<number, Map<Month, ReportedMonth>>> {
	const { start, end: last } = monthsPeriod(months.from - BEFORE, months.to, scheme);
	const rows = await rowsOf<{ unitId: number; end: string; value: number; confirmed: boolean }>(
		db,
		sql`select unit_id as "unitId", period_end::text as end, value, confirmed from observation
			where indicator_code = ${indicator} and scheme = ${scheme} and period_end - period_start < 40
				and period_end between ${start}::date and ${last}::date`
	);
	const reports = new Map<number, Map<Month, ReportedMonth>>();
	for (const { unitId, end, value, confirmed } of rows) {
		const own = reports.get(unitId) ?? new Map<Month, ReportedMonth>();
		own.set(monthOfDate(end), { value, confirmed });
		reports.set(unitId, own);
	}
	return reports;
}
