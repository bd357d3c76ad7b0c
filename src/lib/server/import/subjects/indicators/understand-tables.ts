import type { Scheme } from '#lib/domain/period.ts';
import { refuseOtherFrames } from '../../check-frames.ts';
import type { FileRun } from '../../file-run.ts';
import { namedUnit } from '../../named-unit.ts';
import { ProblemList } from '../../problem-list.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import type { Table } from '../../tables/table.ts';
import type { NamedUnit, UnitLookup } from '../../unit-lookup.ts';
import { checkWithin } from './check-figures.ts';
import type { FormerFigure } from './check-former.ts';
import { checkTotals } from './check-totals.ts';
import type { Figure } from './figure.ts';
import { FigureReader, type FigureDefaults } from './read-figures.ts';
import { RowPeriods } from './row-periods.ts';

/** Reads all figures of a file's tables, and those of the year before that they are compared with. */
export function understandTables(
	run: FileRun,
	tables: readonly Table[],
	catalogue: Catalogue,
	units: UnitLookup,
	defaults: FigureDefaults,
	calendar: Scheme
): { figures: Figure[]; former: FormerFigure[] } {
	const figures: Figure[] = [];
	const former: FormerFigure[] = [];
	const periods = new RowPeriods();
	// What is wrong with single rows says little where the whole file is of another date's communes.
	const problems = new ProblemList(run.file);
	const reader = new FigureReader(problems, units, catalogue, defaults, calendar, periods);
	// Columns that are only compared are passed over where they cannot be read.
	const unheard = new ProblemList(run.file);
	const other = new FigureReader(unheard, units, catalogue, defaults, calendar, new RowPeriods());
	for (const table of tables) {
		for (const figure of reader.read(table)) figures.push(figure);
		for (const figure of other.readFormer(table)) former.push(figure);
	}
	run.keepPreview?.({ periods });
	const rows = tables.flatMap((table) => listRows(table, periods));
	refuseOtherFrames(rows, units, run.problems);
	run.problems.take(problems);
	for (const table of tables) checkTotals(run, table, catalogue, defaults.indicator);
	checkWithin(run, figures);
	return { figures, former };
}

/** The communes of a table's rows, each on the last day of its first period; those without a figure on that of the others. */
function listRows({ sheet, records }: Table, periods: RowPeriods): NamedUnit[] {
	const dates = records.map(({ line }) => periods.of(sheet.name, line)[0]?.end);
	const usual = dates.find((date) => date !== undefined);
	return records.flatMap((record, at) => {
		const date = dates[at] ?? usual;
		return date === undefined ? [] : [namedUnit(record, date)];
	});
}
