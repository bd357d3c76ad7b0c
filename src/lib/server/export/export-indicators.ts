import { sql } from 'drizzle-orm';
import { monthsPeriod, monthOfDate, monthOfYear, yearOf, type Scheme } from '#lib/domain/period.ts';
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
	const others: Cell[][] = [];
	for (const each of observations) {
		const year = yearOf(monthOfDate(each.end));
		const about: Cell[] = [each.code, each.name, each.indicator, each.scheme, year];
		const column = columnOf(each);
		if (column === undefined) {
			others.push([
				...about,
				...PERIODS.map(() => null),
				`${each.start} - ${each.end}`,
				each.value
			]);
			continue;
		}
		const key = `${each.unitId} ${each.indicator} ${each.scheme} ${year}`;
		const row = rows.get(key) ?? [...about, ...PERIODS.map(() => null)];
		rows.set(key, row);
		row[row.length - PERIODS.length + PERIODS.indexOf(column)] = each.value;
	}
	const heading = ['unit_code', 'unit_name', 'indicator', 'scheme', 'year', ...PERIODS];
	if (others.length === 0) return { heading, rows: [...rows.values()] };
	return {
		heading: [...heading, 'period', 'value'],
		rows: [...[...rows.values()].map((row) => [...row, null, null]), ...others]
	};
}

/** The column of a period: m1–m12, q1–q4 or y; undefined for any other one, such as half a year. */
function columnOf({ scheme, start, end }: ObservationRow): string | undefined {
	const month = monthOfDate(end);
	const place = monthOfYear(month);
	const isFrom = (first: number) => {
		const period = monthsPeriod(first, month, scheme);
		return start === period.start && end === period.end;
	};
	if (isFrom(month)) return `m${place}`;
	if (place % 3 === 0 && isFrom(month - 2)) return `q${place / 3}`;
	return place === 12 && isFrom(month - 11) ? 'y' : undefined;
}
