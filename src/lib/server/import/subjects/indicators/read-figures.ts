import { vietnamDate } from '#lib/domain/today.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { parseNumber, saysNothing } from '#lib/domain/number-text.ts';
import {
	completePeriod,
	parsePartialPeriod,
	periodLabel,
	type PartialPeriod
} from '#lib/domain/period-text.ts';
import { SCHEMES, type Period, type Scheme } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import type { FileRun } from '../../file-run.ts';
import { namedUnit } from '../../named-unit.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import type { FigureColumn } from '../../tables/find-columns.ts';
import type { Table } from '../../tables/table.ts';
import { placeOf, type TableRecord } from '../../tables/read-records.ts';
import { cellText, type Cell } from '../../tables/sheet.ts';
import type { KnownUnit, UnitLookup } from '../../unit-lookup.ts';
import type { Figure } from './figure.ts';

/** What a file's figures are of, where neither headings nor rows say it. */
export interface FigureDefaults {
	indicator?: string | undefined;
	/** `2025-06`, `06/2025`, `2025` … */
	period?: string | undefined;
	scheme?: Scheme | undefined;
}

/** Reads the figures of a table. An empty cell means "not reported", which is not zero. */
export class FigureReader {
	readonly #byId: ReadonlyMap<number, KnownUnit>;
	readonly #today = vietnamDate(new Date());
	readonly #periods = new Map<string, Period | undefined>();
	readonly #defaultPeriod: PartialPeriod | undefined;

	constructor(
		readonly run: FileRun,
		readonly units: UnitLookup,
		readonly catalogue: Catalogue,
		readonly defaults: FigureDefaults
	) {
		this.#byId = new Map(units.units.map((unit) => [unit.id, unit]));
		this.#defaultPeriod =
			defaults.period === undefined ? undefined : parsePartialPeriod(defaults.period);
	}

	*read(table: Table): Generator<Figure> {
		const columns = [...table.layout.figures];
		for (const record of table.records) {
			const filled = columns.filter(([place]) => !saysNothing(cellText(record.cell(place))));
			if (filled.length > 0) yield* this.#readRow(table, record, filled);
		}
	}

	*#readRow(
		table: Table,
		record: TableRecord,
		columns: readonly [number, FigureColumn][]
	): Generator<Figure> {
		const row = { indicator: record.get('indicator'), scheme: this.#scheme(table, record) };
		if (row.scheme === undefined) return;
		for (const [place, column] of columns) {
			const indicator = this.#indicator(table, record, row.indicator, column);
			if (indicator === undefined) return;
			const value = this.#value(table, record, place, indicator);
			const period = this.#period(table, record, column, row.scheme, place);
			if (period === undefined || value === undefined) continue;
			const unit = this.#unit(record, period, indicator, place);
			// What is wrong with a row's unit is wrong with all its figures of these boundaries.
			if (unit === undefined) return;
			yield {
				unitId: unit.id,
				indicator: indicator.code,
				period,
				value,
				at: () => record.at(place),
				unit: `${unit.code} ${fullName(unit)}`
			};
		}
	}

	#scheme(table: Table, record: TableRecord): Scheme | undefined {
		const said = record.get('scheme').toLowerCase();
		if (said === '') {
			return table.layout.context.reporting ? 'reporting' : (this.defaults.scheme ?? 'calendar');
		}
		const scheme = SCHEMES.find((each) => each === said);
		if (scheme) return scheme;
		if (/15/.test(said)) return 'reporting';
		if (/duong|dương|calendar/.test(said)) return 'calendar';
		this.run.problems.error('number-unreadable', { ...record.at('scheme'), value: said });
		return undefined;
	}

	#indicator(
		table: Table,
		record: TableRecord,
		said: string,
		column: FigureColumn
	): Indicator | undefined {
		const code =
			column.indicator ?? (said || table.layout.context.indicator || this.defaults.indicator);
		const indicator = code ? this.catalogue.findIndicator(code) : undefined;
		if (!indicator) {
			this.run.problems.error('indicator-unknown', {
				...record.at('indicator'),
				value: code ?? ''
			});
		}
		return indicator;
	}

	#value(
		table: Table,
		record: TableRecord,
		place: number,
		indicator: Indicator
	): number | undefined {
		const { problems } = this.run;
		const cell = record.cell(place);
		const value = toNumber(cell, table.style);
		if (value === undefined) {
			// Error cells are told of with the sheet.
			if (!isErrorCell(cell)) {
				problems.error('number-unreadable', { ...record.at(place), value: cellText(cell) });
			}
			return undefined;
		}
		if (!Number.isInteger(value) && isCount(indicator)) {
			problems.error('count-not-whole', {
				...record.at(place),
				value: cellText(cell),
				detail: { known: indicator.unitVi }
			});
			return undefined;
		}
		return value;
	}

	#period(
		table: Table,
		record: TableRecord,
		column: FigureColumn,
		scheme: Scheme,
		place: number
	): Period | undefined {
		const said = record.get('period');
		const year = record.get('year');
		const key = `${place} ${said} ${year} ${scheme} ${table.sheet.name}`;
		if (!this.#periods.has(key)) {
			const parts = [
				column.period,
				said === '' ? undefined : parsePartialPeriod(said),
				/^\d{4}$/.test(year) ? { year: Number(year), whole: true as const } : undefined,
				table.layout.context.period,
				parsePartialPeriod(table.sheet.name),
				this.#defaultPeriod
			];
			this.#periods.set(key, completePeriod(parts, scheme));
		}
		const period = this.#periods.get(key);
		if (period === undefined) {
			const badYear = year !== '' && !/^(199\d|20\d\d|21\d\d)$/.test(year);
			const at = badYear ? record.at('year') : said !== '' ? record.at('period') : record.at(place);
			this.run.problems.error(badYear ? 'number-unreadable' : 'period-incomplete', {
				...at,
				value: badYear ? year : said || (table.layout.titles[place] ?? '')
			});
			return undefined;
		}
		if (period.start > this.#today) {
			this.run.problems.error('period-in-future', {
				...record.at(place),
				value: periodLabel(period)
			});
			return undefined;
		}
		return period;
	}

	#unit(
		record: TableRecord,
		period: Period,
		indicator: Indicator,
		place: number
	): KnownUnit | undefined {
		const id = this.units.resolve(namedUnit(record, period.end), this.run.problems);
		if (id === undefined) return undefined;
		const unit = this.#byId.get(id)!;
		if (straddles(unit, period, indicator) && !this.units.continuesAnother(id)) {
			this.run.problems.error('period-straddles', {
				...record.at(place),
				value: periodLabel(period),
				unit: `${unit.code} ${fullName(unit)}`,
				detail: { date: unit.validFrom }
			});
			return undefined;
		}
		return unit;
	}

	/**
	 * Compares totals that the file states with sums of its rows: those above the total or below it, all of
	 * them or as far as the next total.
	 */
	checkTotals(table: Table): void {
		const { records, totals } = table;
		const rowsAbove = totals.map(
			({ number }) => records.filter(({ line }) => line < number).length
		);
		for (const [place, column] of table.layout.figures) {
			if (!this.#addsUp(table, column)) continue;
			const sums = runningSums(table, place);
			totals.forEach((total, index) => {
				const stated = toNumber(total.cells[place] ?? null, table.style);
				if (stated === undefined) return;
				const here = rowsAbove[index]!;
				const off = [
					[rowsAbove[index - 1] ?? 0, here],
					[0, here],
					[here, rowsAbove[index + 1] ?? records.length],
					[here, records.length]
				]
					.map(([from, to]) => (from! < to! ? sums[to!]! - sums[from!]! : undefined))
					.filter((sum) => sum !== undefined)
					.map((sum) => ({ sum, by: Math.abs(sum - stated) }))
					.sort((one, other) => one.by - other.by);
				// Where a figure cannot be read there is no sum to compare with.
				if (off.length === 0 || off.some(({ by }) => Number.isNaN(by) || by < 1e-6)) return;
				this.run.problems.warn('total-differs', {
					...placeOf(table.sheet, table.layout, total.number, place),
					value: String(stated),
					detail: { known: Number(off[0]!.sum.toFixed(6)) }
				});
			});
		}
	}

	/** Shares of communes do not add up to the share of all. */
	#addsUp(table: Table, column: FigureColumn): boolean {
		const code = column.indicator ?? table.layout.context.indicator ?? this.defaults.indicator;
		return code === undefined || this.catalogue.findIndicator(code)?.aggregation !== 'ratio';
	}
}

/** Sums of a column's first rows: none, one, two … They are no numbers from a figure on that cannot be read. */
function runningSums(table: Table, place: number): number[] {
	const sums = [0];
	for (const record of table.records) {
		const cell = record.cell(place);
		const value = saysNothing(cellText(cell)) ? 0 : (toNumber(cell, table.style) ?? NaN);
		sums.push(sums.at(-1)! + value);
	}
	return sums;
}

function toNumber(cell: Cell, style: 'vi' | 'en'): number | undefined {
	if (typeof cell === 'number') return Number.isFinite(cell) && cell >= 0 ? cell : undefined;
	if (typeof cell !== 'string' || saysNothing(cellText(cell))) return undefined;
	const value = parseNumber(cellText(cell), style);
	return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function isErrorCell(cell: Cell): boolean {
	return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** What is counted is whole; shares and areas need not be. */
function isCount(indicator: Indicator): boolean {
	return indicator.aggregation !== 'ratio' && !/%|m²|ha|km/.test(indicator.unitVi);
}

const LONGEST_STRADDLED_DAYS = 100;
const DAY_MS = 86_400_000;

/**
 * A sum over a month or quarter in the middle of which the unit was made belongs to no one's boundaries. A
 * year's figure is the unit's that stands at its end, whose land it counts.
 */
function straddles(unit: KnownUnit, period: Period, indicator: Indicator): boolean {
	if (indicator.aggregation !== 'sum' || unit.validFrom <= period.start) return false;
	return (Date.parse(period.end) - Date.parse(period.start)) / DAY_MS < LONGEST_STRADDLED_DAYS;
}
