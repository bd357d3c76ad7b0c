import { sql } from 'drizzle-orm';
import {
	monthPeriod,
	monthsPeriod,
	monthOfDate,
	monthOfYear,
	yearOf,
	type Scheme
} from '#lib/domain/period.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { Cell } from './csv.ts';
import type { Table } from './export-tables.ts';

interface ObservationRow {
	unitId: number;
	code: string;
	name: string;
	indicator: string;
	scheme: Scheme;
	start: string;
	end: string;
	value: number;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `m${index + 1}`);
const PERIODS = [...MONTHS, 'q1', 'q2', 'q3', 'q4', 'y'];

/**
 * Figures in the form that `import indicators` reads: one row for each unit, indicator and year; an empty
 * cell was not reported.
 */
export async function exportIndicators(db: Queryable): Promise<Table> {
	const observations = await rowsOf<ObservationRow>(
		db,
		sql`select o.unit_id as "unitId", u.code, u.name, o.indicator_code as indicator, o.scheme,
				o.period_start::text as start, o.period_end::text as end, o.value
			from observation o join unit u on u.id = o.unit_id
			order by o.indicator_code, extract(year from o.period_end), u.code, o.unit_id, o.scheme`
	);
	const rows = new Map<string, Cell[]>();
	for (const each of observations) {
		const year = yearOf(monthOfDate(each.end));
		const key = `${each.unitId} ${each.indicator} ${each.scheme} ${year}`;
		const row = rows.get(key) ?? [
			...[each.code, each.name, each.indicator, each.scheme, year],
			...PERIODS.map(() => null)
		];
		rows.set(key, row);
		row[row.length - PERIODS.length + PERIODS.indexOf(columnOf(each))] = each.value;
	}
	return {
		heading: ['unit_code', 'unit_name', 'indicator', 'scheme', 'year', ...PERIODS],
		rows: [...rows.values()]
	};
}

/** The column of a period: m1–m12, q1–q4 or y. */
function columnOf({ scheme, start, end }: ObservationRow): string {
	const month = monthOfDate(end);
	const place = monthOfYear(month);
	const monthly = monthPeriod(month, scheme);
	if (start === monthly.start && end === monthly.end) return `m${place}`;
	const quarterly = place % 3 === 0 ? monthsPeriod(month - 2, month, scheme) : undefined;
	return start === quarterly?.start ? `q${place / 3}` : 'y';
}
