import ExcelJS from 'exceljs';
import { m } from '#lib/paraglide/messages.js';
import { tableAbout, tableCells, tableHeading, type TableNote } from '#lib/view/table-csv.ts';
import type { TableRow } from '#lib/view/table-row.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTHS = [10, 28, 26, 32, 24, 12, 16, 12, 14];

/** The table as a workbook: numbers as numbers, and a sheet that says what they are. */
export async function tableWorkbook(rows: readonly TableRow[], note: TableNote): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(m.xlsx_sheet_table(), {
		views: [{ state: 'frozen', ySplit: 1 }]
	});
	sheet.addRow(tableHeading()).font = { bold: true };
	for (const row of rows) sheet.addRow(tableCells(row).map((cell) => cell ?? null));
	sheet.columns.forEach((column, at) => (column.width = WIDTHS[at] ?? 12));
	sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: WIDTHS.length } };
	const about = workbook.addWorksheet(m.xlsx_sheet_about());
	for (const line of tableAbout(note)) about.addRow([line]);
	about.getColumn(1).width = 110;
	about.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
	return writeWorkbook(workbook);
}
