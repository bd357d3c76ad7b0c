import { toCsv } from '../csv.ts';
import { frameOn, type Frames } from '../frames.ts';
import { districtsOf } from '../map/boundary-files.ts';
import { FIRST_YEAR, lastDayOfMonth, lastDayOfQuarter } from './calendar.ts';

/** A period, counted from the start of 2017. */
type Period = { readonly month: number } | { readonly quarter: number } | { readonly year: number };

const HEADER = [
	'unit_code',
	'unit_name',
	'indicator',
	'scheme',
	'year',
	...Array.from({ length: 12 }, (_, i) => `m${i + 1}`),
	'q1',
	'q2',
	'q3',
	'q4',
	'y'
];
const QUARTER_COLUMN = 12;
const YEAR_COLUMN = 16;

/** Year, column and last day of a period. */
function placeOf(period: Period): { year: number; column: number; end: string } {
	if ('month' in period) {
		const { month } = period;
		return {
			year: FIRST_YEAR + Math.floor(month / 12),
			column: month % 12,
			end: lastDayOfMonth(month)
		};
	}
	if ('quarter' in period) {
		const { quarter } = period;
		return {
			year: FIRST_YEAR + Math.floor(quarter / 4),
			column: QUARTER_COLUMN + (quarter % 4),
			end: lastDayOfQuarter(quarter)
		};
	}
	return { year: period.year, column: YEAR_COLUMN, end: `${period.year}-12-31` };
}

/** Collects observations and writes them with one row for each unit, indicator and year. */
export interface IndicatorTable {
	/** Notes the value of the unit that has this code at the end of the period; undefined for a report that never came. */
	note(code: string, indicator: string, period: Period, value: number | undefined): void;
	toCsv(): string;
}

export function buildIndicatorTable(frames: Frames): IndicatorTable {
	const names = new Map<string, string>();
	for (const frame of [frames.first, frames.second, frames.third]) {
		for (const unit of frame.units) names.set(`${frame.validFrom} ${unit.code}`, unit.name);
		if (frame !== frames.third)
			for (const district of districtsOf(frame))
				names.set(`${frame.validFrom} ${district.code}`, district.name);
	}
	const rows = new Map<string, { start: (string | number)[]; cells: (number | undefined)[] }>();
	return {
		note(code, indicator, period, value) {
			const { year, column, end } = placeOf(period);
			const { validFrom } = frameOn(frames, end);
			const name = names.get(`${validFrom} ${code}`);
			if (name === undefined) throw new Error(`No unit ${code} on ${end}`);
			const key = [indicator, year, validFrom, code].join(' ');
			const row = rows.get(key) ?? {
				start: [code, name, indicator, 'calendar', year],
				cells: Array<undefined>(17).fill(undefined)
			};
			row.cells[column] = value;
			rows.set(key, row);
		},
		toCsv() {
			const inOrder = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
			return toCsv(
				HEADER,
				inOrder.map(([, { start, cells }]) => [...start, ...cells])
			);
		}
	};
}
