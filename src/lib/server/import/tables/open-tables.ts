import { statSync } from 'node:fs';
import { ArchiveRefused } from '../formats/archive.ts';
import { findFileFormat } from '../formats/file-format.ts';
import type { FileRun } from '../file-run.ts';
import { hashFile } from '../hash-file.ts';
import type { ProblemList } from '../problem-list.ts';
import { Catalogue } from './catalogue.ts';
import { isPersonalHeading, type TableSubject } from './columns.ts';
import { checkCells, refuseMergedFigures, warnOfHidden, warnOfLeftOut } from './check-cells.ts';
import { findLayout, guessSubject, SEARCHED_ROWS } from './find-columns.ts';
import { readDelimited } from './read-delimited.ts';
import { placeOf, readRecords, type TableRecord } from './read-records.ts';
import { readWorkbook } from './read-workbook.ts';
import { cellAddress, cellText, type Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import { isComplete, missingColumns, neededColumns, type TableLayout } from './table-layout.ts';

/** How a table file is to be read, where guessing is not enough. */
export interface TableOptions {
	/** Only this sheet; else all that look like the subject. */
	sheet?: string | undefined;
	/** What columns are, by place from 0; see `findLayout`. */
	roles?: Record<number, string> | undefined;
}

/**
 * Reads a table file of any kind and finds its tables about a subject.
 * Cells with errors and formulas without results are noted, so that the caller can tell of the rest too.
 *
 * @throws FileRefused when it cannot be read, has no such table, or has columns about persons
 */
export async function openTables(
	run: FileRun,
	subject: TableSubject,
	options: TableOptions
): Promise<{ tables: Table[]; catalogue: Catalogue }> {
	run.identify(await hashFile(run.file), statSync(run.file).size);
	await run.refuseWhenLoadedBefore();
	const catalogue = await Catalogue.load(run.tx);
	const sheets = await run.time('read', () => readSheets(run.file, run.problems));
	const chosen = chooseSheets(run, sheets, subject, options, catalogue);
	const tables = chosen.map((sheet) => {
		const layout = findLayout(sheet, subject, catalogue, options.roles);
		if (layout) refusePersonal(run.problems, sheet, layout);
		if (!layout || !isComplete(layout)) refuseIncomplete(run.problems, sheet, subject, layout);
		const { hidden, ...read } = readRecords(sheet, layout, catalogue);
		const table = { sheet, layout, ...read };
		checkCells(run.problems, table);
		refuseMergedFigures(run.problems, table);
		warnOfHidden(run.problems, table, hidden);
		if (subject === 'indicators') warnOfLeftOut(run.problems, table);
		return table;
	});
	run.keepPreview?.({ tables });
	run.read = tables.reduce((sum, table) => sum + table.records.length, 0);
	return { tables, catalogue };
}

/** All rows of a file about a subject that needs nothing but rows. */
export async function openRecords(
	run: FileRun,
	subject: TableSubject,
	options: TableOptions
): Promise<{ records: TableRecord[]; catalogue: Catalogue }> {
	const { tables, catalogue } = await openTables(run, subject, options);
	run.problems.refuseIfWrong();
	return { records: tables.flatMap((table) => table.records), catalogue };
}

/**
 * The sheets of a workbook, or the one table of a text file.
 *
 * @throws FileRefused
 */
export async function readSheets(file: string, problems: ProblemList): Promise<Sheet[]> {
	const format = await findFileFormat(file);
	switch (format) {
		case 'empty':
			return problems.stop('file-empty');
		case 'csv':
			return [readDelimited(file, problems)];
		case 'xlsx':
			return readWorkbookSafely(file, problems);
		case 'xlsm':
			return problems.stop('workbook-macros');
		case 'xls':
		case 'xlsb':
		case 'ods':
		case 'html':
		case 'xml-workbook':
		case 'docx':
		case 'pdf':
			return problems.stop('workbook-other', { detail: { kind: format } });
		case 'password':
			return problems.stop('file-encrypted');
		case 'bomb':
			return problems.stop('archive-bomb');
		case 'broken-archive':
			return problems.stop('archive-broken');
		default:
			return problems.stop('not-a-table');
	}
}

async function readWorkbookSafely(file: string, problems: ProblemList): Promise<Sheet[]> {
	try {
		return await readWorkbook(file, problems);
	} catch (error) {
		if (!(error instanceof ArchiveRefused)) throw error;
		return problems.stop(error.reason === 'bomb' ? 'archive-bomb' : 'archive-broken');
	}
}

function chooseSheets(
	{ problems }: FileRun,
	sheets: readonly Sheet[],
	subject: TableSubject,
	{ sheet: asked, roles }: TableOptions,
	catalogue: Catalogue
): Sheet[] {
	const filled = sheets.filter(
		(sheet) => sheet.rows.some((row) => row.cells.some(Boolean)) && !isProblemSheet(sheet)
	);
	if (filled.length === 0) problems.stop('table-empty');
	if (asked !== undefined) {
		const found = filled.filter((sheet) => sheet.name === asked);
		if (found.length > 0) return found;
		problems.stop('sheet-missing', {
			value: asked,
			detail: { found: filled.map((sheet) => sheet.name).join(', ') }
		});
	}
	if (filled.length === 1 || roles !== undefined) return filled.slice(0, 1);
	const fitting = filled.filter((sheet) => guessSubject(sheet, catalogue) === subject);
	return fitting.length > 0 ? fitting : filled.slice(0, 1);
}

/** Headings of the sheet that a marked workbook lists its problems on, in both languages. */
const PROBLEM_HEADINGS = [
	['Vấn đề', 'Cách xử lý'],
	['What is wrong', 'What to do']
];

/** The list of problems in a workbook that we marked and that comes back. */
function isProblemSheet({ rows }: Sheet): boolean {
	const titles = rows[0]?.cells.map(cellText) ?? [];
	return PROBLEM_HEADINGS.some((headings) => headings.every((each) => titles.includes(each)));
}

function refusePersonal(problems: ProblemList, sheet: Sheet, layout: TableLayout): void {
	layout.titles.forEach((title, place) => {
		if (title.split(' / ').some(isPersonalHeading)) {
			problems.error('personal-column', placeOf(sheet, layout, layout.heading.to, place));
		}
	});
	problems.refuseIfWrong();
}

function refuseIncomplete(
	problems: ProblemList,
	sheet: Sheet,
	subject: TableSubject,
	layout: TableLayout | undefined
): never {
	const titles = layout?.titles ?? sheet.rows[0]?.cells.map(cellText) ?? [];
	const place = {
		row: layout?.heading.to ?? sheet.rows[0]?.number ?? 1,
		...(sheet.name === '' ? {} : { sheet: sheet.name })
	};
	refusePersonalList(problems, sheet);
	const found = titles.filter(Boolean).join(', ');
	if (!layout) {
		const words = [...neededColumns(subject)].join('|');
		problems.stop('heading-missing', { ...place, detail: { found, words } });
	}
	for (const column of missingColumns(layout)) {
		problems.error('column-missing', { ...place, column, detail: { found, words: column } });
	}
	problems.refuseIfWrong();
	throw new Error('A table lacks a column that nobody misses.');
}

/** A list of persons is no table of ours, so its heading is not known: it may be any of the first rows. */
function refusePersonalList(problems: ProblemList, sheet: Sheet): void {
	const seen = new Set<number>();
	for (const { number, cells } of sheet.rows.slice(0, SEARCHED_ROWS)) {
		for (const [place, cell] of cells.entries()) {
			const column = cellText(cell);
			if (seen.has(place) || !isPersonalHeading(column)) continue;
			seen.add(place);
			problems.error('personal-column', {
				row: number,
				column,
				...(sheet.name === '' ? {} : { sheet: sheet.name, cell: cellAddress(number, place) })
			});
		}
	}
	problems.refuseIfWrong();
}
