import ExcelJS from 'exceljs';
import type { Problem } from '#lib/domain/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { problemText, valueText } from '#lib/view/problem-text.ts';
import { openWorkbook } from './open-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const ERROR_FILL: ExcelJS.Fill = {
	type: 'pattern',
	pattern: 'solid',
	fgColor: { argb: 'FFFFC7A8' }
};
const WARNING_FILL: ExcelJS.Fill = {
	type: 'pattern',
	pattern: 'solid',
	fgColor: { argb: 'FFFFF0B3' }
};

/**
 * The workbook that was sent in, with what is wrong marked in its cells and told in comments, and all of it
 * listed on a sheet of its own; that sheet alone where the library cannot open the workbook.
 *
 * @param file the workbook as it came
 */
export async function markedWorkbook(file: string, problems: readonly Problem[]): Promise<Buffer> {
	try {
		return await writeWorkbook(mark(await openWorkbook(file), problems));
	} catch {
		// Better all problems on a sheet alone than none.
		return writeWorkbook(mark(new ExcelJS.Workbook(), problems));
	}
}

function mark(workbook: ExcelJS.Workbook, problems: readonly Problem[]): ExcelJS.Workbook {
	const list = addList(workbook);
	for (const problem of problems) {
		const { what, way } = problemText(problem);
		list.addRow([
			problem.severity === 'error' ? m.import_report_error() : m.import_report_warning(),
			problem.sheet ?? '',
			problem.cell ?? (problem.row === undefined ? '' : String(problem.row)),
			problem.column ?? '',
			valueText(problem),
			what,
			way
		]);
		if (problem.sheet !== undefined && problem.cell !== undefined) {
			markCell(workbook, problem, `${what}\n→ ${way}`);
		}
	}
	return workbook;
}

function markCell(workbook: ExcelJS.Workbook, problem: Problem, text: string): void {
	// A merged range is marked in its first cell.
	const [first = ''] = (problem.cell ?? '').split(':');
	const cell = workbook.getWorksheet(problem.sheet)?.getCell(first);
	if (!cell) return;
	// Styles are shared between cells; one of its own is marked alone.
	cell.style = {
		...cell.style,
		fill: problem.severity === 'error' ? ERROR_FILL : WARNING_FILL
	};
	const before = noteText(cell.note);
	cell.note = before === '' ? text : `${before}\n\n${text}`;
}

/** Without the bold name and the colours of a comment. */
function noteText(note: string | ExcelJS.Comment | undefined): string {
	return typeof note === 'object'
		? (note.texts ?? []).map(({ text }) => text).join('')
		: (note ?? '');
}

function addList(workbook: ExcelJS.Workbook): ExcelJS.Worksheet {
	let name: string = m.marked_sheet();
	while (workbook.getWorksheet(name)) name += ' ';
	const sheet = workbook.addWorksheet(name);
	const head = sheet.addRow([
		m.marked_severity(),
		m.marked_sheet_column(),
		m.marked_cell(),
		m.marked_column(),
		m.marked_value(),
		m.marked_what(),
		m.marked_way()
	]);
	head.font = { bold: true };
	sheet.columns.forEach((column, at) => (column.width = [10, 16, 8, 20, 16, 60, 60][at] ?? 12));
	sheet.views = [{ state: 'frozen', ySplit: 1 }];
	return sheet;
}
