import { createReadStream } from 'node:fs';
import ExcelJS from 'exceljs';
import type { ProblemList } from '../problem-list.ts';
import { readEntries } from '../formats/archive.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';

/** More columns than any form has: a file of another kind. */
export const MOST_COLUMNS = 500;

/**
 * Reads all visible sheets of a workbook. Cells of a merged range all have its value, so that a commune
 * written once beside three rows stands in each.
 *
 * @param problems receives warnings about what lies behind the values: links to other files
 * @throws ArchiveRefused when the archive is broken or larger than it says
 */
export async function readWorkbook(file: string, problems: ProblemList): Promise<Sheet[]> {
	const parts = await readEntries(
		file,
		(name) => /^xl\/(workbook\.xml|externalLinks\/[^/]+\.xml)$/.test(name) || isSheet(name)
	);
	const links = [...parts.keys()].filter((name) => name.startsWith('xl/externalLinks/')).length;
	if (links > 0) problems.warn('workbook-links', { detail: { count: links } });
	const visible = findVisible(parts.get('xl/workbook.xml') ?? '');
	const workbook = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(file), {
		worksheets: 'emit',
		sharedStrings: 'cache',
		styles: 'cache',
		hyperlinks: 'ignore',
		entries: 'ignore'
	});
	const sheets: Sheet[] = [];
	for await (const worksheet of workbook) {
		const { name, id } = worksheet as unknown as { name: string; id: number | string };
		const sheet: Sheet = { name, rows: [], uncomputed: [] };
		const xml = parts.get(`xl/worksheets/sheet${id}.xml`) ?? '';
		const errors = findErrors(xml);
		const hidden = findHidden(xml);
		for await (const row of worksheet) {
			const read = readRow(row, sheet, errors, hidden.has(row.number));
			if (read.cells.length > MOST_COLUMNS) {
				problems.stop('too-many-columns', { value: String(read.cells.length) });
			}
			sheet.rows.push(read);
		}
		fillMerged(sheet, xml);
		if (visible.get(name) !== false && sheet.rows.length > 0) sheets.push(sheet);
	}
	return sheets;
}

function isSheet(name: string): boolean {
	return /^xl\/worksheets\/[^/]+\.xml$/.test(name);
}

/** Names of sheets and whether they are shown. */
function findVisible(workbook: string): Map<string, boolean> {
	const visible = new Map<string, boolean>();
	for (const [tag] of workbook.matchAll(/<sheet\s[^>]*>/g)) {
		const name = /\bname="([^"]*)"/.exec(tag)?.[1] ?? '';
		visible.set(decodeXml(name), !/\bstate="(hidden|veryHidden)"/.test(tag));
	}
	return visible;
}

function decodeXml(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}

/** Rows that are not shown, which the library does not tell. */
function findHidden(xml: string): Set<number> {
	const tags = xml.matchAll(/<row\s[^>]*\bhidden="(?:1|true)"[^>]*>/g);
	return new Set([...tags].map(([tag]) => Number(/\br="(\d+)"/.exec(tag)?.[1])));
}

/** Errors that formulas came to, by the address of their cell: the library reads them as no number. */
function findErrors(xml: string): Map<string, string> {
	const errors = new Map<string, string>();
	for (const [, tag = '', content = ''] of xml.matchAll(
		/<c\s([^>]*\bt="e"[^>]*)(?<!\/)>(.*?)<\/c>/gs
	)) {
		const address = /\br="([A-Z]+\d+)"/.exec(tag)?.[1];
		const error = /<v>([^<]*)<\/v>/.exec(content)?.[1];
		if (address !== undefined && error !== undefined) errors.set(address, error);
	}
	return errors;
}

function readRow(
	row: ExcelJS.Row,
	sheet: Sheet,
	errors: ReadonlyMap<string, string>,
	hidden: boolean
): SheetRow {
	const cells: Cell[] = [];
	row.eachCell({ includeEmpty: false }, (cell, number) => {
		while (cells.length < number - 1) cells.push(null);
		const error = errors.get(cell.address);
		const value = error === undefined ? toCell(cell.value, cell.result) : { error };
		if (value === UNCOMPUTED) {
			sheet.uncomputed.push({ row: row.number, column: number - 1 });
			cells.push(null);
		} else cells.push(value);
	});
	return { number: row.number, hidden, cells };
}

/** A formula whose value nobody computed. */
const UNCOMPUTED = Symbol('uncomputed');

/**
 * Values as they are shown: of a formula its result, of a link or rich text its words.
 *
 * @param result of a formula; its value leaves out results that are 0 or empty
 */
function toCell(value: ExcelJS.CellValue, result?: ExcelJS.CellValue): Cell | typeof UNCOMPUTED {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'object') return value;
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
	}
	if ('error' in value) return { error: value.error };
	if ('richText' in value) return value.richText.map(({ text }) => text).join('');
	if ('hyperlink' in value) return value.text;
	if ('formula' in value || 'sharedFormula' in value) {
		const computed = value.result ?? result;
		return computed === undefined ? UNCOMPUTED : toCell(computed);
	}
	return null;
}

/** Spreads the value of each merged range over its cells. */
function fillMerged(sheet: Sheet, xml: string): void {
	const merges = [...xml.matchAll(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)];
	if (merges.length === 0) return;
	const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
	for (const [, left = '', top = '', right = '', bottom = ''] of merges) {
		const [from, to] = [columnIndex(left), columnIndex(right)];
		const value = byNumber.get(Number(top))?.cells[from] ?? null;
		if (value === null || to > MOST_COLUMNS) continue;
		for (let number = Number(top); number <= Number(bottom); number++) {
			const cells = byNumber.get(number)?.cells;
			if (!cells) continue;
			while (cells.length <= to) cells.push(null);
			for (let column = from; column <= to; column++) cells[column] ??= value;
		}
	}
}

function columnIndex(letters: string): number {
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
