import ExcelJS from 'exceljs';
import { m } from '#lib/paraglide/messages.js';
import type { Annex, AnnexRow } from './plan-annex.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTHS = [6, 9, 25, 25, 16, 11, 14, 9, 11, 13, 46];
/** Letters that fit in the line of a text that runs over the whole page. */
const LINE = 150;
const LINE_POINTS = 16;

/** On A4, as wide as the page, with the heading of the table on each. */
const PAGE: Partial<ExcelJS.PageSetup> = {
	paperSize: 9,
	orientation: 'landscape',
	fitToPage: true,
	fitToWidth: 1,
	fitToHeight: 0,
	horizontalCentered: true,
	margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }
};
const FOOTER = { oddFooter: '&C&P/&N' };

/**
 * An annex as a workbook that prints on its page: the list with numbers as numbers, those that were not chosen, and a
 * sheet that says how it came about.
 */
export async function annexWorkbook(annex: Annex): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const list = addList(
		workbook,
		m.annex_sheet_list(),
		[m.annex_title(), ...annex.about],
		annex.rows
	);
	const total = list.addRow([]);
	total.getCell(3).value = m.annex_total();
	total.getCell(COST).value = annex.cost;
	total.font = { bold: true };
	if (annex.refused.length > 0) {
		addList(workbook, m.annex_sheet_refused(), [m.annex_refused()], annex.refused);
	}
	addAbout(workbook, annex);
	return writeWorkbook(workbook);
}

/** Place of the cost in a row. */
const COST = 10;

function addList(
	workbook: ExcelJS.Workbook,
	name: string,
	[title = '', ...lines]: readonly string[],
	rows: readonly AnnexRow[]
): ExcelJS.Worksheet {
	const sheet = workbook.addWorksheet(name, { pageSetup: PAGE, headerFooter: FOOTER });
	WIDTHS.forEach((width, at) => (sheet.getColumn(at + 1).width = width));
	addLine(sheet, title, { bold: true, size: 14 });
	for (const line of lines) addLine(sheet, line);
	sheet.addRow([]);
	const head = sheet.addRow([
		m.annex_number(),
		m.column_code(),
		m.annex_commune(),
		m.annex_district(),
		m.annex_cases(),
		m.annex_rate(),
		m.annex_ranks(),
		m.plan_score(),
		m.annex_share(),
		m.annex_cost(),
		m.annex_reason()
	]);
	head.font = { bold: true };
	head.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
	sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
	rows.forEach(({ unit, cases, rate, rank, share, reason }, at) => {
		const row = sheet.addRow([
			at + 1,
			unit.code,
			unit.name,
			unit.group,
			cases,
			rate,
			rank,
			unit.score === null ? null : Math.round(unit.score * 1000) / 10,
			share,
			unit.cost,
			reason
		]);
		row.alignment = { vertical: 'top', wrapText: true };
	});
	return sheet;
}

/** A text over the whole width of the list. */
function addLine(sheet: ExcelJS.Worksheet, line: string, font: Partial<ExcelJS.Font> = {}): void {
	const row = sheet.addRow([line]);
	row.font = font;
	row.alignment = { wrapText: true, vertical: 'top' };
	row.height = LINE_POINTS * Math.max(1, Math.ceil(line.length / LINE)) + (font.bold ? 4 : 0);
	sheet.mergeCells(row.number, 1, row.number, WIDTHS.length);
}

function addAbout(workbook: ExcelJS.Workbook, { demands, method, proposals }: Annex): void {
	const sheet = workbook.addWorksheet(m.annex_sheet_about(), {
		pageSetup: { ...PAGE, orientation: 'portrait' },
		headerFooter: FOOTER
	});
	sheet.getColumn(1).width = 100;
	sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
	const parts = [
		[m.annex_demands(), demands],
		[m.annex_proposals(), proposals],
		[m.annex_method(), method]
	] as const;
	for (const [title, lines] of parts) {
		if (lines.length === 0) continue;
		sheet.addRow([title]).font = { bold: true };
		for (const line of lines) sheet.addRow([line]);
		sheet.addRow([]);
	}
}
