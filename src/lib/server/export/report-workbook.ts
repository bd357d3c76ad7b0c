import ExcelJS from 'exceljs';
import type { ReportData } from '#lib/domain/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { reportFields } from '#lib/view/report/fields.ts';
import { type ReportNote } from '#lib/view/report/note.ts';
import {
	REPORT_LOOPS,
	reportTables,
	tableHeadings,
	type ReportLoop
} from '#lib/view/report/tables.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Places whose number stands in the data: they are written as numbers, so that a spreadsheet can add them up. */
type Numbers = Readonly<Record<string, number | undefined>>;

/** The annex of a report: its tables with numbers as numbers, and a sheet that says what they are. */
export async function reportWorkbook(data: ReportData, note: ReportNote): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const tables = reportTables(data, note);
	const programme = data.figures.filter(({ scope }) => scope === 'programme');
	addTable(workbook, m.report_sheet_communes(), 'xa', tables.xa, (at) => {
		const { count, base } = data.list[at]!;
		return { tt: at + 1, vu: count, cung_ky: base };
	});
	addTable(workbook, m.report_sheet_figures(), 'chi_tieu', tables.chi_tieu, (at) => {
		const { total, base } = programme[at]!;
		return { stt: at + 1, ky_nay: total, ky_truoc: base };
	});
	addTable(workbook, m.report_sheet_tracks(), 'dien', tables.dien, (at) => {
		const { approved, met, relapsed } = data.tracks[at]!;
		return { dien_duyet: approved, dien_dat: met, dien_tai: relapsed };
	});
	const fields = reportFields(data, note);
	const about = workbook.addWorksheet(m.xlsx_sheet_about());
	about.getColumn(1).width = 110;
	about.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
	for (const line of [
		`${m.report_name()} ${fields.ky}`,
		fields.tinh,
		fields.nhan,
		fields.ghi_chu,
		fields.thieu,
		fields.sap_xep,
		fields.nguon
	]) {
		if (line !== '') about.addRow([line]);
	}
	return writeWorkbook(workbook);
}

function addTable(
	workbook: ExcelJS.Workbook,
	name: string,
	loop: ReportLoop,
	rows: readonly Readonly<Record<string, string>>[],
	numbersOf: (at: number) => Numbers
): void {
	const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.addRow(tableHeadings(loop)).font = { bold: true };
	rows.forEach((row, at) => {
		const numbers = numbersOf(at);
		sheet.addRow(REPORT_LOOPS[loop].map((field) => numbers[field] ?? row[field] ?? ''));
	});
	sheet.columns.forEach((column, at) => (column.width = at === 0 && loop !== 'dien' ? 6 : 24));
}
