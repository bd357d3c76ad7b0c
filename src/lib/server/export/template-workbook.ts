import ExcelJS from 'exceljs';
import type { Indicator } from '#lib/domain/indicator.ts';
import { byName } from '#lib/domain/name.ts';
import { fullName, type Unit } from '#lib/domain/unit.ts';
import { STATUSES } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '#lib/view/class-label.ts';
import { formatDate } from '#lib/view/format.ts';
import { localName, localUnit } from '#lib/view/local-name.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What a template is for. */
export interface TemplateRequest {
	kind: 'months' | 'indicators' | 'status' | 'models' | 'sites' | 'succession';
	/** Communes of the chosen date. */
	units: readonly Unit[];
	date: string;
	year: number;
	/** Of months: the indicator. Of one month's indicators: those asked for. */
	indicators: readonly Indicator[];
	month: number;
	/** Months from the 15th to the 14th. */
	reporting: boolean;
	tracks: readonly { code: string; nameVi: string; nameEn: string }[];
	demonstration: boolean;
}

const HEAD: Partial<ExcelJS.Style> = {
	font: { name: 'Times New Roman', size: 11, bold: true },
	fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6EEE9' } },
	alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
	border: { bottom: { style: 'thin' } }
};
const LIST = 'DM';
/** Empty rows with drop-downs, in templates that are not filled with communes. */
const EMPTY_ROWS = 200;

/** A workbook to fill in: the communes of a date are in it already, and choices are lists. */
export async function templateWorkbook(request: TemplateRequest): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(m.template_sheet());
	const units = [...request.units].sort(
		(a, b) => byName(a.parentName ?? '', b.parentName ?? '') || byName(a.name, b.name)
	);
	switch (request.kind) {
		case 'months':
			fillMonths(sheet, request, units);
			break;
		case 'indicators':
			fillIndicators(sheet, request, units);
			break;
		case 'status':
		case 'models':
		case 'sites':
		case 'succession':
			fillRecords(workbook, sheet, request, units);
			break;
	}
	addGuide(workbook, request);
	return writeWorkbook(workbook);
}

function fillMonths(sheet: ExcelJS.Worksheet, request: TemplateRequest, units: Unit[]): void {
	const [indicator] = request.indicators;
	addTitle(sheet, [
		m.template_figures_title(),
		m.template_year({ year: String(request.year) }),
		m.template_indicator({
			indicator: indicator ? `${indicator.code} – ${localName(indicator)}` : ''
		}),
		request.reporting ? m.template_reporting() : m.template_calendar()
	]);
	const months = Array.from({ length: 12 }, (_, at) => m.template_month({ month: String(at + 1) }));
	addUnitRows(sheet, units, months);
}

function fillIndicators(sheet: ExcelJS.Worksheet, request: TemplateRequest, units: Unit[]): void {
	addTitle(sheet, [
		m.template_figures_title(),
		m.template_period({
			month: String(request.month).padStart(2, '0'),
			year: String(request.year)
		}),
		request.reporting ? m.template_reporting() : m.template_calendar()
	]);
	addUnitRows(
		sheet,
		units,
		request.indicators.map((each) => `${each.code} – ${localName(each)} (${localUnit(each)})`)
	);
}

function addTitle(sheet: ExcelJS.Worksheet, lines: string[]): void {
	for (const [at, line] of lines.entries()) {
		const row = sheet.addRow([line]);
		row.font = { name: 'Times New Roman', size: at === 0 ? 14 : 11, bold: at === 0 };
	}
	sheet.addRow([]);
}

function addUnitRows(sheet: ExcelJS.Worksheet, units: Unit[], figures: string[]): void {
	const heading = [m.column_code(), m.column_name(), m.column_district(), ...figures];
	const head = sheet.addRow(heading);
	head.eachCell((cell) => Object.assign(cell, { style: HEAD }));
	// Some programs do not make room for wrapped headings themselves.
	head.height = Math.max(...figures.map(({ length }) => length)) > 12 ? 62 : 20;
	sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: head.number }];
	for (const unit of units) {
		const row = sheet.addRow([unit.code, fullName(unit), unit.parentName ?? '']);
		row.getCell(1).numFmt = '@';
		for (let at = 0; at < figures.length; at++) {
			row.getCell(4 + at).dataValidation = {
				type: 'decimal',
				operator: 'greaterThanOrEqual',
				formulae: [0],
				allowBlank: true,
				showErrorMessage: true,
				errorTitle: m.template_wrong_title(),
				error: m.template_wrong_number()
			};
		}
	}
	sheet.columns.forEach((column, at) => (column.width = at === 1 ? 26 : at === 2 ? 22 : 11));
}

interface RecordColumn {
	title: string;
	width: number;
	list?: string;
	format?: string;
}

function fillRecords(
	workbook: ExcelJS.Workbook,
	sheet: ExcelJS.Worksheet,
	request: TemplateRequest,
	units: Unit[]
): void {
	const lists = addLists(workbook, request, units);
	const unit: RecordColumn[] = [
		{ title: m.template_unit_code(), width: 10, format: '@' },
		{ title: m.template_unit_name(), width: 26, list: lists.units },
		{ title: m.column_district(), width: 22 }
	];
	const date = (title: string): RecordColumn => ({ title, width: 14, format: 'dd/mm/yyyy' });
	const columns: Record<'status' | 'models' | 'sites' | 'succession', RecordColumn[]> = {
		status: [
			...unit,
			{ title: m.template_track(), width: 22, list: lists.tracks },
			{ title: m.template_round(), width: 7 },
			{ title: m.template_status(), width: 24, list: lists.statuses },
			date(m.template_effective()),
			{ title: m.template_document(), width: 22 },
			date(m.template_document_date()),
			{ title: m.template_signatory(), width: 26 },
			{ title: m.template_note(), width: 30 }
		],
		models: [
			{ title: m.template_model_code(), width: 14 },
			{ title: m.template_model_name(), width: 34 },
			date(m.template_founded()),
			date(m.template_retired()),
			{ title: m.template_replicated(), width: 16 }
		],
		sites: [
			{ title: m.template_site_code(), width: 14 },
			{ title: m.template_model_code(), width: 14 },
			...unit,
			{ title: m.template_site_name(), width: 34 },
			date(m.template_founded()),
			date(m.template_retired()),
			{ title: m.template_teams(), width: 8 }
		],
		succession: [
			{ title: m.template_old_code(), width: 10, format: '@' },
			{ title: m.template_old_name(), width: 26 },
			{ title: m.template_old_district(), width: 22 },
			{ title: m.template_new_code(), width: 10, format: '@' },
			{ title: m.template_new_name(), width: 26 },
			{ title: m.template_population_weight(), width: 14 },
			{ title: m.template_area_weight(), width: 14 },
			date(m.template_effective()),
			{ title: m.template_document(), width: 22 }
		]
	};
	const chosen = columns[request.kind as 'status'];
	const head = sheet.addRow(chosen.map(({ title }) => title));
	head.eachCell((cell) => Object.assign(cell, { style: HEAD }));
	sheet.views = [{ state: 'frozen', ySplit: 1 }];
	if (request.kind === 'succession') {
		for (const { code, name, kind, parentName } of units) {
			sheet.addRow([code, fullName({ kind, name }), parentName ?? '']);
		}
	}
	chosen.forEach(({ width, list, format }, at) => {
		const column = sheet.getColumn(at + 1);
		column.width = width;
		if (format !== undefined) column.numFmt = format;
		if (list === undefined) return;
		for (let row = 2; row <= EMPTY_ROWS; row++) {
			sheet.getCell(row, at + 1).dataValidation = {
				type: 'list',
				allowBlank: true,
				formulae: [list],
				showErrorMessage: true,
				errorTitle: m.template_wrong_title(),
				error: m.template_wrong_choice()
			};
		}
	});
}

/** The lists behind the drop-downs, on a hidden sheet. */
function addLists(
	workbook: ExcelJS.Workbook,
	request: TemplateRequest,
	units: Unit[]
): { units: string; tracks: string; statuses: string } {
	const sheet = workbook.addWorksheet(LIST, { state: 'hidden' });
	const write = (column: number, values: string[]): string => {
		values.forEach((value, at) => (sheet.getCell(at + 1, column).value = value));
		const letter = sheet.getColumn(column).letter;
		return `${LIST}!$${letter}$1:$${letter}$${Math.max(1, values.length)}`;
	};
	return {
		units: write(1, units.map(fullName)),
		tracks: write(2, request.tracks.map(localName)),
		statuses: write(3, STATUSES.filter((status) => status !== 'none').map(statusLabel))
	};
}

function addGuide(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
	const sheet = workbook.addWorksheet(m.template_guide());
	const lines = [
		m.template_guide_zero(),
		m.template_guide_numbers(),
		m.template_guide_persons(),
		m.template_guide_units({ date: formatDate(request.date) }),
		...(request.kind === 'succession' ? [m.template_guide_succession()] : []),
		...(request.demonstration ? [m.demonstration_note()] : [])
	];
	for (const line of lines) sheet.addRow([line]);
	sheet.getColumn(1).width = 110;
}
