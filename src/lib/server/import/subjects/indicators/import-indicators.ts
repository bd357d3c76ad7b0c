import { SCHEMES, type Scheme } from '#lib/domain/period.ts';
import { provinceSettings } from '../../../db/schema.ts';
import { refuseOtherFrames } from '../../check-frames.ts';
import type { FileRun } from '../../file-run.ts';
import { namedUnit } from '../../named-unit.ts';
import { ProblemList } from '../../problem-list.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import { openTables, type TableOptions } from '../../tables/open-tables.ts';
import type { Table } from '../../tables/table.ts';
import { UnitLookup, type NamedUnit } from '../../unit-lookup.ts';
import { checkFormer, type FormerFigure } from './check-former.ts';
import { checkTotals } from './check-totals.ts';
import {
	checkCalendars,
	checkParts,
	checkWithin,
	extentOf,
	findJumps,
	standsAlone
} from './check-figures.ts';
import type { Figure } from './figure.ts';
import { FigureReader, type FigureDefaults } from './read-figures.ts';
import { RowPeriods } from './row-periods.ts';
import {
	addFigures,
	findRecorded,
	refuseClosed,
	stageFigures,
	writeFigures
} from './write-figures.ts';

/** Figures in long or wide form: months, indicators or both across. */
export interface IndicatorRequest extends TableOptions, FigureDefaults {
	subject: 'indicators';
	file: string;
	/** Replace recorded values that differ; the former ones are kept. */
	corrections?: boolean;
	/** Why figures of closed periods change. */
	reason?: string | undefined;
	/** Figures that differ from the months before by more than chance explains are right. */
	confirmJumps?: boolean;
}

/** Loads figures. An empty cell means "not reported", which is not zero. */
export async function importIndicators(run: FileRun, request: IndicatorRequest): Promise<void> {
	run.reason = request.reason?.trim() || undefined;
	const { tables, catalogue } = await openTables(run, 'indicators', request);
	const units = await UnitLookup.load(run.tx);
	const calendar = await findCalendar(run);
	const { figures, former } = await run.time('understand', async () =>
		understand(run, tables, catalogue, units, request, calendar)
	);
	run.problems.refuseIfWrong();
	await checkFormer(run, former, units);
	if (figures.length === 0) return;
	const extent = extentOf(figures);
	const jumps = await run.time('jumps', () => findJumps(run, figures, extent, catalogue));
	noteJumps(run, jumps, request);
	if (await standsAlone(run, extent, catalogue)) {
		run.problems.refuseIfWrong();
		run.written = await run.time('write', () => addFigures(run, figures, new Set(jumps)));
		return;
	}
	await run.time('check', async () => {
		await stageFigures(run, figures);
		await checkCalendars(run, figures);
		await checkParts(run, figures);
		await noteRecorded(run, figures, request);
	});
	run.problems.refuseIfWrong();
	const places = new Map(figures.map((figure, n) => [figure, n]));
	const confirmed = jumps.map((figure) => places.get(figure)!);
	const { added, corrected } = await run.time('write', () => writeFigures(run, confirmed));
	run.written = added + corrected;
	run.corrected = corrected;
}

/** Reads all figures of a file's tables, and those of the year before that they are compared with. */
function understand(
	run: FileRun,
	tables: readonly Table[],
	catalogue: Catalogue,
	units: UnitLookup,
	request: IndicatorRequest,
	calendar: Scheme
): { figures: Figure[]; former: FormerFigure[] } {
	const figures: Figure[] = [];
	const former: FormerFigure[] = [];
	const periods = new RowPeriods();
	// What is wrong with single rows says little where the whole file is of another date's communes.
	const problems = new ProblemList(run.file);
	const reader = new FigureReader(problems, units, catalogue, request, calendar, periods);
	// Columns that are only compared are passed over where they cannot be read.
	const unheard = new ProblemList(run.file);
	const other = new FigureReader(unheard, units, catalogue, request, calendar, new RowPeriods());
	for (const table of tables) {
		for (const figure of reader.read(table)) figures.push(figure);
		for (const figure of other.readFormer(table)) former.push(figure);
	}
	run.keepPreview?.({ periods });
	const rows = tables.flatMap((table) => listRows(table, periods));
	refuseOtherFrames(rows, units, run.problems);
	run.problems.take(problems);
	for (const table of tables) checkTotals(run, table, catalogue, request.indicator);
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

/** The calendar of files that do not say theirs: the province's own. */
async function findCalendar({ tx }: FileRun): Promise<Scheme> {
	const [province] = await tx
		.select({ calendar: provinceSettings.calendar })
		.from(provinceSettings);
	return SCHEMES.find((each) => each === province?.calendar) ?? 'calendar';
}

function noteJumps(run: FileRun, jumps: readonly Figure[], request: IndicatorRequest): void {
	for (const figure of jumps) {
		const at = { ...figure.at(), value: String(figure.value), unit: figure.unit };
		const detail = { part: figure.indicator };
		if (request.confirmJumps) run.problems.warn('jump', { ...at, detail });
		else run.problems.error('jump', { ...at, detail });
	}
}

async function noteRecorded(
	run: FileRun,
	figures: readonly Figure[],
	request: IndicatorRequest
): Promise<void> {
	const { changed, unchanged } = await findRecorded(run);
	run.unchanged = unchanged;
	if (!request.corrections) {
		for (const { n, value, source } of changed) {
			const figure = figures[n]!;
			run.problems.error('already-recorded', {
				...figure.at(),
				value: String(figure.value),
				unit: figure.unit,
				detail: { source, known: value }
			});
		}
	}
	if (!request.reason?.trim()) await refuseClosed(run, figures);
}
