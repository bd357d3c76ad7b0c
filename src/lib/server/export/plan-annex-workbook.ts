import ExcelJS from 'exceljs';
import { m } from '#lib/paraglide/messages.js';
import type { Annex } from './plan-annex.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTHS = [6, 10, 28, 26, 8, 10, 16, 60];

/** An annex as a workbook: the list with numbers as numbers, and a sheet that says how it came about. */
export async function annexWorkbook(annex: Annex): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(m.annex_sheet_list());
	sheet.addRow([m.annex_title()]).font = { bold: true, size: 14 };
	for (const line of annex.about) sheet.addRow([line]);
	sheet.addRow([]);
	sheet.addRow([
		...[m.annex_number(), m.column_code(), m.annex_commune(), m.annex_district()],
		...[m.plan_rank(), m.plan_score(), m.annex_cost(), m.annex_reason()]
	]).font = { bold: true };
	annex.rows.forEach(({ unit, reason }, at) => {
		const row = sheet.addRow([
			...[at + 1, unit.code, unit.name, unit.group, unit.rank],
			...[unit.score === null ? null : Math.round(unit.score * 1000) / 10, unit.cost, reason]
		]);
		row.getCell(8).alignment = { wrapText: true, vertical: 'top' };
	});
	const total = sheet.addRow([null, null, m.annex_total(), null, null, null, annex.cost]);
	total.font = { bold: true };
	sheet.columns.forEach((column, at) => (column.width = WIDTHS[at] ?? 12));
	const about = workbook.addWorksheet(m.annex_sheet_about());
	about.addRow([m.annex_demands()]).font = { bold: true };
	for (const demand of annex.demands) about.addRow([demand]);
	about.addRow([]);
	about.addRow([m.annex_method()]).font = { bold: true };
	for (const line of annex.method) about.addRow([line]);
	about.getColumn(1).width = 110;
	about.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
	return writeWorkbook(workbook);
}
