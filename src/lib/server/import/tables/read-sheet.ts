import { withoutDust } from '#lib/domain/number-text.ts';
import type { Cell, MergedRange, Sheet, SheetRow } from './sheet.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { attributeOf, decodeRuns, decodeText } from './xml-text.ts';

/** More columns than any form has: a file of another kind. */
export const MAX_COLUMNS = 500;
const DAY_MS = 86_400_000;
/** 1 January 1970 in the days of a spreadsheet. */
const UNIX_DAY = 25_569;
/** Days between the two calendars of spreadsheets. */
const DAYS_TO_1904 = 1462;

const ROW_OR_CELL = /<(?:\w+:)?(?:row\b([^>]*)>|c\b([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>))/gs;

/**
 * Reads a sheet of a workbook (ECMA-376, part 1, 18.3). Cells of a merged range all have its value, so that
 * a commune written once beside three rows stands in each; `merges` tells which these are, since a figure
 * that is written once is one figure.
 */
export function readSheet(name: string, xml: string, parts: WorkbookParts): Sheet {
	const from = xml.indexOf('sheetData');
	const to = xml.lastIndexOf('sheetData');
	const sheet: Sheet = {
		name,
		rows: [],
		uncomputed: [],
		merges: readMerges(xml.slice(to)),
		hiddenColumns: readHiddenColumns(xml.slice(0, from))
	};
	let row: SheetRow | undefined;
	for (const [, rowTag, cellTag, content = ''] of xml.slice(from, to).matchAll(ROW_OR_CELL)) {
		if (rowTag !== undefined) {
			const number = Number(attributeOf(rowTag, 'r') ?? (row?.number ?? 0) + 1);
			row = { number, hidden: isTrue(attributeOf(rowTag, 'hidden')), cells: [] };
			sheet.rows.push(row);
		} else if (row && cellTag !== undefined) addCell(sheet, row, cellTag, content, parts);
	}
	fillMerged(sheet);
	return sheet;
}

function addCell(
	sheet: Sheet,
	row: SheetRow,
	tag: string,
	content: string,
	parts: WorkbookParts
): void {
	const address = attributeOf(tag, 'r');
	const column = address === undefined ? row.cells.length : columnIndex(address);
	if (column >= MAX_COLUMNS) row.cells.length = Math.max(row.cells.length, column + 1);
	if (column >= MAX_COLUMNS || (content === '' && address !== undefined)) return;
	const cell = readCell(tag, content, parts);
	if (cell === undefined) sheet.uncomputed.push({ row: row.number, column });
	while (row.cells.length < column) row.cells.push(null);
	row.cells[column] = cell ?? null;
}

/** @returns undefined for a formula without a stored value */
function readCell(tag: string, content: string, parts: WorkbookParts): Cell | undefined {
	const type = attributeOf(tag, 't') ?? 'n';
	if (type === 'inlineStr') return decodeRuns(content);
	const value = valueOf(content);
	if (value === undefined) return /<(?:\w+:)?f\b/.test(content) ? undefined : null;
	switch (type) {
		case 's':
			return parts.texts[Number(value)] ?? null;
		case 'str':
			return decodeText(value);
		case 'b':
			return value === '1';
		case 'e':
			return { error: decodeText(value) };
		case 'd':
			return { date: value.slice(0, 10) };
		default:
			return value === '' ? null : toNumber(Number(value), attributeOf(tag, 's'), parts);
	}
}

function valueOf(content: string): string | undefined {
	const found = /<(?:\w+:)?v(?:\s[^>]*)?(?:\/>|>([^<]*)<)/.exec(content);
	return found ? (found[1] ?? '') : undefined;
}

function toNumber(value: number, style: string | undefined, parts: WorkbookParts): Cell {
	const format = parts.formats[Number(style ?? 0)];
	if (format === 'percent') return { percent: withoutDust(value * 100) };
	if (format !== 'date') return value;
	const days = value - UNIX_DAY + (parts.from1904 ? DAYS_TO_1904 : 0);
	const date = new Date(Math.round(days * DAY_MS));
	return Number.isNaN(date.getTime()) ? null : { date: date.toISOString().slice(0, 10) };
}

function isTrue(value: string | undefined): boolean {
	return value === '1' || value === 'true';
}

/** Columns with `hidden`, beside those that are only narrow (18.3.1.13). */
function readHiddenColumns(xml: string): Set<number> {
	const hidden = new Set<number>();
	for (const [tag] of xml.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
		if (!isTrue(attributeOf(tag, 'hidden'))) continue;
		const last = Math.min(MAX_COLUMNS, Number(attributeOf(tag, 'max')));
		for (let column = Number(attributeOf(tag, 'min')); column <= last; column++) {
			hidden.add(column - 1);
		}
	}
	return hidden;
}

function readMerges(xml: string): MergedRange[] {
	const found = xml.matchAll(
		/<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g
	);
	return Array.from(found, ([, left = '', top = '', right = '', bottom = '']) => ({
		top: Number(top),
		bottom: Number(bottom),
		left: columnIndex(left),
		right: columnIndex(right)
	}));
}

/** Gives each cell of a merged range the value of the first one. */
function fillMerged({ rows, merges }: Sheet): void {
	if (merges.length === 0) return;
	const byNumber = new Map(rows.map((row) => [row.number, row]));
	for (const { top, bottom, left, right } of merges) {
		const value = byNumber.get(top)?.cells[left] ?? null;
		if (value === null || right > MAX_COLUMNS) continue;
		for (let number = top; number <= bottom; number++) {
			const cells = byNumber.get(number)?.cells;
			if (!cells) continue;
			while (cells.length <= right) cells.push(null);
			for (let column = left; column <= right; column++) cells[column] ??= value;
		}
	}
}

/** @example columnIndex('C7') // 2 */
function columnIndex(address: string): number {
	let index = 0;
	for (let at = 0; at < address.length; at++) {
		const letter = address.charCodeAt(at) - 64;
		if (letter < 1) break;
		index = index * 26 + letter;
	}
	return index - 1;
}
