import { vietnamDate } from '#lib/domain/today.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { saysNothing } from '#lib/domain/number-text.ts';
import { parsePartialPeriod, periodLabel, type PartialPeriod } from '#lib/domain/period-text.ts';
import { monthOfDate, SCHEMES, yearOf, type Period, type Scheme } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { namedUnit } from '../../named-unit.ts';
import type { ProblemList } from '../../problem-list.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import { isErrorCell } from '../../tables/check-cells.ts';
import type { FigureColumn } from '../../tables/table-layout.ts';
import type { Table } from '../../tables/table.ts';
import type { TableRecord } from '../../tables/read-records.ts';
import { cellText } from '../../tables/sheet.ts';
import type { KnownUnit, UnitLookup } from '../../unit-lookup.ts';
import type { FormerFigure } from './check-former.ts';
import { isFollowedByMonth, isOfOneMonth } from './coarse-period.ts';
import { addsUp, CutPeriods } from './cut-periods.ts';
import type { CutUnit, Figure } from './figure.ts';
import { findPeriod, reportPeriodFault, withoutYear, type PeriodFault } from './figure-period.ts';
import { isInPercent, readValue, type ShareForm } from './figure-value.ts';
import type { RowPeriods } from './row-periods.ts';

/** What a file's figures are of, where neither headings nor rows say it. */
export interface FigureDefaults {
	indicator?: string | undefined;
	/** `2025-06`, `06/2025`, `2025` … */
	period?: string | undefined;
	scheme?: Scheme | undefined;
	/** How shares without a percent sign are written. */
	shares?: ShareForm | undefined;
}

/** Reads the figures of a table. An empty cell means "not reported", which is not zero. */
export class FigureReader {
	readonly #byId: ReadonlyMap<number, KnownUnit>;
	readonly #cuts: CutPeriods;
	readonly #today = vietnamDate(new Date());
	readonly #periods = new Map<string, Period | PeriodFault>();
	/** A file has hundreds of thousands of figures of a few periods. */
	readonly #months = new WeakMap<Period, boolean>();
	readonly #inPercent = new Map<FigureColumn, boolean>();
	readonly #chosen: PartialPeriod | undefined;

	/** @param calendar of files that do not say theirs */
	constructor(
		readonly problems: ProblemList,
		readonly units: UnitLookup,
		readonly catalogue: Catalogue,
		readonly defaults: FigureDefaults,
		readonly calendar: Scheme,
		readonly rowPeriods: RowPeriods
	) {
		this.#byId = new Map(units.units.map((unit) => [unit.id, unit]));
		this.#cuts = new CutPeriods(units);
		this.#chosen = defaults.period === undefined ? undefined : parsePartialPeriod(defaults.period);
	}

	*read(table: Table): Generator<Figure> {
		yield* this.#readColumns(table, [...table.layout.figures]);
	}

	/**
	 * The figures of the same period a year before that an official form has beside its own. The unit and the
	 * period of each are those of the row, not of a year before.
	 */
	*readFormer(table: Table): Generator<FormerFigure> {
		for (const [place, column] of table.layout.former) {
			const { year } = column.period ?? {};
			const period = withoutYear(column.period);
			for (const figure of this.#readColumns(table, [[place, { ...column, period }]])) {
				const current = yearOf(monthOfDate(figure.period.end));
				yield { ...figure, years: current - (year ?? current - 1) };
			}
		}
	}

	*#readColumns(table: Table, columns: readonly [number, FigureColumn][]): Generator<Figure> {
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
			const indicator = this.#indicator(table, record, row.indicator, column, place);
			if (indicator === undefined) return;
			const value = this.#value(table, record, place, column, indicator);
			const period = this.#period(table, record, column, indicator, row.scheme, place);
			if (period === undefined || value === undefined) continue;
			this.rowPeriods.add(table.sheet.name, record.line, period);
			const found = this.#unit(record, period, indicator);
			// What is wrong with a row's unit is wrong with all its figures of these boundaries.
			if (found === undefined) return;
			const { unit, cut } = found;
			yield {
				unitId: unit.id,
				indicator: indicator.code,
				period,
				value,
				at: () => record.at(place),
				unit: `${unit.code} ${fullName(unit)}`,
				...(cut ? { cut } : {})
			};
		}
	}

	#scheme(table: Table, record: TableRecord): Scheme | undefined {
		const said = record.get('scheme').toLowerCase();
		if (said === '') {
			const { reporting } = table.layout.context;
			if (reporting === undefined) return this.defaults.scheme ?? this.calendar;
			return reporting ? 'reporting' : 'calendar';
		}
		const scheme = SCHEMES.find((each) => each === said);
		if (scheme) return scheme;
		if (/15/.test(said)) return 'reporting';
		if (/duong|dương|calendar/.test(said)) return 'calendar';
		this.problems.errorOfCause(said, 'calendar-unreadable', {
			...record.at('scheme'),
			value: said
		});
		return undefined;
	}

	#indicator(
		table: Table,
		record: TableRecord,
		said: string,
		column: FigureColumn,
		place: number
	): Indicator | undefined {
		const code =
			column.indicator ?? (said || table.layout.context.indicator || this.defaults.indicator);
		const indicator = code ? this.catalogue.findIndicator(code) : undefined;
		if (!indicator) {
			const at = said === '' ? record.at(place) : record.at('indicator');
			const word = code ?? '';
			const fault = word === '' ? 'indicator-missing' : 'indicator-unknown';
			this.problems.errorOfCause(`${table.sheet.name} ${word}`, fault, { ...at, value: word });
		}
		return indicator;
	}

	#value(
		table: Table,
		record: TableRecord,
		place: number,
		column: FigureColumn,
		indicator: Indicator
	): number | undefined {
		const { problems } = this;
		const cell = record.cell(place);
		let inPercent = this.#inPercent.get(column);
		if (inPercent === undefined) {
			this.#inPercent.set(column, (inPercent = isInPercent(table, place)));
		}
		const value = readValue(cell, table.style, indicator, { inPercent }, this.defaults.shares);
		if (typeof value === 'number') return value;
		// Error cells are reported with the worksheet.
		if (isErrorCell(cell)) return undefined;
		const problem = {
			...record.at(place),
			value: cellText(cell),
			detail: { known: indicator.unitVi, part: indicator.code }
		};
		if (value === 'percent-unclear') {
			problems.errorOfCause(`${table.sheet.name} ${place} ${indicator.code}`, value, problem);
		} else problems.error(value, problem);
		return undefined;
	}

	#period(
		table: Table,
		record: TableRecord,
		column: FigureColumn,
		indicator: Indicator,
		scheme: Scheme,
		place: number
	): Period | undefined {
		const said = record.get('period');
		const key = [
			place,
			said,
			record.get('year'),
			scheme,
			indicator.periodicity,
			table.sheet.name
		].join(' ');
		let period = this.#periods.get(key);
		if (period === undefined) {
			period = findPeriod(table, record, { column, place }, indicator, scheme, this.#chosen);
			this.#periods.set(key, period);
		}
		if ('fault' in period) {
			reportPeriodFault(table, record, period, place, this.problems);
			return undefined;
		}
		if (period.start > this.#today) {
			const label = periodLabel(period);
			this.problems.errorOfCause(`${table.sheet.name} ${place} ${label}`, 'period-in-future', {
				...record.at(place),
				value: label
			});
			return undefined;
		}
		if (isFollowedByMonth(indicator) && !this.#isMonth(period)) {
			const label = periodLabel(period);
			this.problems.warnOfCause(`${indicator.code} ${label}`, 'period-coarse', {
				...record.at(place),
				value: label,
				detail: { part: indicator.code }
			});
		}
		return period;
	}

	#isMonth(period: Period): boolean {
		let month = this.#months.get(period);
		if (month === undefined) this.#months.set(period, (month = isOfOneMonth(period)));
		return month;
	}

	/** The unit that a row's figure is of, and which units it can mean where boundaries changed in the period. */
	#unit(
		record: TableRecord,
		period: Period,
		indicator: Indicator
	): { unit: KnownUnit; cut?: CutUnit } | undefined {
		if (addsUp(indicator) && this.#cuts.isCut(period)) {
			const cut = this.#cuts.unitsOf(record, period, this.problems);
			const unit = cut.before ?? cut.after;
			if (unit) return { unit, cut };
		}
		const id = this.units.resolve(namedUnit(record, period.end), this.problems);
		return id === undefined ? undefined : { unit: this.#byId.get(id)! };
	}
}
