import { completePeriod, type PeriodGap } from '#lib/domain/complete-period.ts';
import { dateOfSerial } from '#lib/domain/date-text.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { searchKey } from '#lib/domain/name.ts';
import { parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Period, Scheme } from '#lib/domain/period.ts';
import type { FigureColumn } from '../../tables/table-layout.ts';
import type { ProblemList } from '../../problem-list.ts';
import { placeOf, type TableRecord } from '../../tables/read-records.ts';
import { cellText, type Cell } from '../../tables/sheet.ts';
import type { Table } from '../../tables/table.ts';

/** Why a figure has no period; `place` is that of the column where it is written, if it is. */
export interface PeriodFault {
	fault: PeriodGap | 'unreadable' | 'year-unreadable' | 'unclear';
	value: string;
	column?: string;
}

/**
 * The period of a figure by its column's heading, its row, a column of years, the rows above the table, the
 * sheet's name, and what a person chose. A period that is written and cannot be read is a fault: none of the
 * others stands in for it.
 */
export function findPeriod(
	table: Table,
	record: TableRecord,
	{ column, place: columnPlace }: { column: FigureColumn; place: number },
	indicator: Indicator,
	calendar: Scheme,
	chosen: PartialPeriod | undefined
): Period | PeriodFault {
	if (column.unreadable !== undefined) return { fault: 'unreadable', value: column.unreadable };
	const said = record.get('period');
	const place = table.layout.places.get('period');
	const own =
		place === undefined || said === ''
			? undefined
			: readPeriodCell(record.cell(place), table.layout.titles[place] ?? '');
	if (said !== '' && own === undefined)
		return { fault: 'unreadable', value: said, column: 'period' };
	const year = record.get('year');
	if (year !== '' && !/^(199\d|20\d\d|21\d\d)$/.test(year)) {
		return { fault: 'year-unreadable', value: year, column: 'year' };
	}
	const years: PartialPeriod | undefined = year === '' ? undefined : { year: Number(year) };
	const above = [table.layout.context.period, parsePartialPeriod(table.sheet.name)];
	const heading = table.layout.titles[columnPlace] ?? '';
	if (isUnclearYear(column.period, above, indicator)) {
		return { fault: 'unclear', value: heading };
	}
	const hasOwn = [column.period, own].some(isSpan);
	const { unclear } = table.layout.context;
	if (unclear !== undefined && !hasOwn && chosen === undefined) {
		return { fault: 'unclear', value: unclear };
	}
	const period = completePeriod(
		[column.period, own, years],
		[years && { ...years, whole: true }, ...above, chosen],
		calendar
	);
	return typeof period === 'string' ? { fault: period, value: said || heading } : period;
}

/** Whether a part says which period it is, and not only of which year. */
function isSpan(part: PartialPeriod | undefined): boolean {
	if (part === undefined) return false;
	const { month, quarter, months, exact, whole } = part;
	return [month, quarter, months, exact, whole].some((each) => each !== undefined);
}

/**
 * A column "2026" under the title "Tháng 11/2026", of an indicator that is not yearly, may hold the year's
 * figures or the month's beside the same month of another year.
 */
function isUnclearYear(
	own: PartialPeriod | undefined,
	above: readonly (PartialPeriod | undefined)[],
	indicator: Indicator
): boolean {
	if (!own?.whole || own.year === undefined || indicator.periodicity === 'year') return false;
	return above.some(
		(part) =>
			part !== undefined && (part.month ?? part.quarter ?? part.months ?? part.exact) !== undefined
	);
}

/**
 * The period that a cell of a column of periods names.
 *
 * @param heading of the column: under "Tháng", 11 is November
 */
function readPeriodCell(cell: Cell, heading: string): PartialPeriod | undefined {
	const text = cellText(cell);
	const named = parsePartialPeriod(text);
	if (named) return named;
	if (/^\d{1,2}$/.test(text)) {
		const key = searchKey(heading);
		if (/\bthang\b|\bmonth\b/.test(key)) return parsePartialPeriod(`t${text}`);
		return /\bquy\b|\bquarter\b/.test(key) ? parsePartialPeriod(`q${text}`) : undefined;
	}
	if (/^(iv|i{1,3})$/i.test(text)) return parsePartialPeriod(`q${text}`);
	if (typeof cell !== 'number') return undefined;
	// Spreadsheets take 10.2020 for a number and drop its last zero.
	const decimal = /^(\d{1,2})\.(\d{3})$/.exec(text);
	if (decimal) return parsePartialPeriod(`${decimal[1]}/${decimal[2]}0`);
	const date = dateOfSerial(cell);
	return date === undefined ? undefined : parsePartialPeriod(date);
}

/** The months of a period, without the year that they are in; undefined where it names no more than a year. */
export function withoutYear(period: PartialPeriod | undefined): PartialPeriod | undefined {
	const { month, quarter, months } = period ?? {};
	if (month !== undefined) return { month };
	if (quarter !== undefined) return { quarter };
	return months === undefined ? undefined : { months };
}

/** Says what is wrong with the period of a row or of a column. */
export function reportPeriodFault(
	table: Table,
	record: TableRecord,
	{ fault, value, column }: PeriodFault,
	place: number,
	problems: ProblemList
): void {
	// A heading is wrong once, whatever rows are below it.
	const at =
		column === undefined
			? placeOf(table.sheet, table.layout, table.layout.heading.to, place)
			: record.at(column);
	const cause = `${table.sheet.name} ${column ?? place} ${value}`;
	if (fault === 'year-unreadable') {
		problems.errorOfCause(cause, 'number-unreadable', { ...at, value });
	} else problems.errorOfCause(cause, `period-${fault}`, { ...at, value });
}
