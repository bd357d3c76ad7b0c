import { sql } from 'drizzle-orm';
import type { Indicator } from '#lib/domain/indicator.ts';
import { firstDay, lastDay, monthOfDate, type IsoDate, type Month } from '#lib/domain/period.ts';
import { readinessOf, type Readiness, type ReportedMonth } from '#lib/domain/readiness.ts';
import { findFrame, isValidOn, type Unit } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';

/** Who has reported what: communes by months, of one indicator. */
export interface ReadinessMatrix {
	indicator: Indicator;
	months: Month[];
	/** Months that are closed. */
	closed: boolean[];
	units: { unit: Unit; states: Readiness[] }[];
}

/** Months before the first that are needed to judge it. */
const BEFORE = 12;

/**
 * The readiness of the communes that are valid in the last of some months, for each of them.
 *
 * @param months first and last
 */
export async function getReadiness(
	db: Queryable,
	province: Province,
	indicator: Indicator,
	months: { from: Month; to: Month },
	today: IsoDate
): Promise<ReadinessMatrix> {
	const { history } = province;
	const range = Array.from({ length: months.to - months.from + 1 }, (_, at) => months.from + at);
	const reports = await loadReports(db, indicator.code, months);
	const closed = await rowsOf<{ start: string }>(
		db,
		sql`select period_start::text as start from closed_period where scheme = 'calendar'`
	);
	const closedMonths = new Set(closed.map(({ start }) => monthOfDate(start)));
	const unitIds = new Set(
		range.flatMap((month) => findFrame(history.frames, month)?.unitIds ?? [])
	);
	const units = [...unitIds].map((id) => history.units.get(id)!);
	const events = indicator.unitVi === 'vụ';
	return {
		indicator,
		months: range,
		closed: range.map((month) => closedMonths.has(month)),
		units: units.map((unit) => {
			const own = reports.get(unit.id) ?? new Map<Month, ReportedMonth>();
			return {
				unit,
				states: range.map((month) => {
					if (!isValidOn(unit, lastDay(month))) return 'not-expected';
					const before: number[] = [];
					for (let back = 1; back <= BEFORE; back++) {
						const value = own.get(month - back)?.value;
						if (value !== undefined) before.push(value);
					}
					return readinessOf(month, own.get(month), before, today, events);
				})
			};
		})
	};
}

async function loadReports(
	db: Queryable,
	indicator: string,
	months: { from: Month; to: Month }
): Promise<Map<number, Map<Month, ReportedMonth>>> {
	const rows = await rowsOf<{ unitId: number; start: string; value: number; confirmed: boolean }>(
		db,
		sql`select unit_id as "unitId", period_end::text as start, value, confirmed from observation
			where indicator_code = ${indicator} and period_end - period_start < 40
				and period_end between ${firstDay(months.from - BEFORE)}::date and ${lastDay(months.to)}::date`
	);
	const reports = new Map<number, Map<Month, ReportedMonth>>();
	for (const { unitId, start, value, confirmed } of rows) {
		const own = reports.get(unitId) ?? new Map<Month, ReportedMonth>();
		own.set(monthOfDate(start), { value, confirmed });
		reports.set(unitId, own);
	}
	return reports;
}
