import ExcelJS from 'exceljs';
import type { Problem } from '#lib/domain/problem.ts';
import { m } from '#lib/paraglide/messages.js';
import { problemText, valueText } from '#lib/view/problem-text.ts';

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
 * listed on a sheet of its own.
 *
 * @param file the workbook as it came
 */
export async function markedWorkbook(file: string, problems: readonly Problem[]): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.readFile(file);
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
			mark(workbook, problem, `${what}\n→ ${way}`);
		}
	}
	return Buffer.from(await workbook.xlsx.writeBuffer());
}

function mark(workbook: ExcelJS.Workbook, problem: Problem, text: string): void {
	// A merged range is marked in its first cell.
	const [first = ''] = (problem.cell ?? '').split(':');
	const cell = workbook.getWorksheet(problem.sheet)?.getCell(first);
	if (!cell) return;
	// Styles are shared between cells; one of its own is marked alone.
	cell.style = {
		...cell.style,
		fill: problem.severity === 'error' ? ERROR_FILL : WARNING_FILL
	};
	const before = typeof cell.note === 'string' ? `${cell.note}\n\n` : '';
	cell.note = `${before}${text}`;
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
