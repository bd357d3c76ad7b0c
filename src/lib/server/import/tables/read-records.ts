import { dateOfSerial, parseDate } from '#lib/domain/date-text.ts';
import {
	findNumberStyle,
	parseNumber,
	parsePercent,
	saysNothing,
	withoutDust,
	type NumberStyle
} from '#lib/domain/number-text.ts';
import type { Catalogue } from './catalogue.ts';
import { tableSpec, type ColumnKind } from './columns.ts';
import { saysPercent } from './comparison.ts';
import type { TableLayout } from './table-layout.ts';
import { cellAddress, cellText, type Cell, type Sheet, type SheetRow } from './sheet.ts';
import { findStatus, isFooter, isTotal } from './words.ts';

/** A row of a table by the names of its columns. */
export interface TableRecord {
	/** Row in the file. */
	line: number;
	/** A column's value in one form: dates as 2025-07-01, numbers as 1234.5, states and tracks by code. */
	get(column: string): string;
	/** The cell at a place, as it came. */
	cell(place: number): Cell;
	/** Where a column's cell stands, for a problem; by its name or its place. */
	at(column: string | number): RecordPlace;
}

/** Where something stands in a file, in the words of the file. */
export interface RecordPlace {
	row: number;
	column: string;
	sheet?: string;
	cell?: string;
}

/** A table's rows without headings, totals, blank lines and what is signed below. */
export function readRecords(
	sheet: Sheet,
	layout: TableLayout,
	catalogue: Catalogue
): { records: TableRecord[]; totals: SheetRow[]; style: NumberStyle; hidden: number[] } {
	const body = sheet.rows.filter((row) => row.number > layout.heading.to);
	const style = isPlain(layout) ? 'en' : findStyle(body, layout);
	const kinds = new Map(tableSpec(layout.subject).columns.map(({ name, kind }) => [name, kind]));
	const records: TableRecord[] = [];
	const totals: SheetRow[] = [];
	const hidden: number[] = [];
	for (const row of body) {
		const first = firstText(row);
		if (first === '' || isHeadingAgain(row, layout) || isNumbering(row)) continue;
		if (isFooter(first)) break;
		if (isTotalRow(row, layout)) {
			totals.push(row);
			continue;
		}
		if (row.hidden) hidden.push(row.number);
		records.push({
			line: row.number,
			get: (column) => {
				const place = layout.places.get(column);
				if (place === undefined) return '';
				const cell = row.cells[place] ?? null;
				const kind = kinds.get(column) ?? 'text';
				if (kind === 'share') return share(cell, style, saysPercent(layout.titles[place] ?? ''));
				return normalise(cell, kind, style, catalogue);
			},
			cell: (place) => row.cells[place] ?? null,
			at: (column) => placeOf(sheet, layout, row.number, column)
		});
	}
	return { records, totals, style, hidden };
}

export function placeOf(
	sheet: Sheet,
	layout: TableLayout,
	row: number,
	column: string | number
): RecordPlace {
	const place = typeof column === 'number' ? column : layout.places.get(column);
	const title = place === undefined ? String(column) : (layout.titles[place] ?? '');
	return {
		row,
		column: title,
		...(sheet.name === '' ? {} : { sheet: sheet.name }),
		...(sheet.name === '' || place === undefined ? {} : { cell: cellAddress(row, place) })
	};
}

/** Our own tables for programs, told by their columns' names, write numbers plainly. */
function isPlain(layout: TableLayout): boolean {
	return [...layout.places].every(([name, place]) => layout.titles[place] === name);
}

function firstText(row: SheetRow): string {
	for (const cell of row.cells) {
		const text = cellText(cell);
		if (text !== '') return text;
	}
	return '';
}

/** Headings are printed again on each page. */
function isHeadingAgain(row: SheetRow, layout: TableLayout): boolean {
	const filled = row.cells.map(cellText).map((text, place) => ({ text, place }));
	const words = filled.filter(({ text }) => text !== '');
	return (
		words.length > 1 &&
		words.every(({ text, place }) => layout.titles[place]?.split(' / ').includes(text) === true)
	);
}

/** The row "(1) (2) (3)" or "A B 1 2" below a heading. */
function isNumbering(row: SheetRow): boolean {
	const texts = row.cells.map(cellText).filter(Boolean);
	if (texts.length < 3) return false;
	const numbers = texts.filter((text) => /^\(?\d{1,2}\)?$/.test(text));
	const others = texts.filter((text) => !/^\(?\d{1,2}\)?$/.test(text));
	const counted = numbers.map((text) => Number(text.replace(/[()]/g, '')));
	return (
		others.every((text) => /^\(?[A-Z]\)?$/.test(text)) &&
		counted.length >= 2 &&
		counted.every((number, at) => at === 0 || number === counted[at - 1]! + 1)
	);
}

function isTotalRow(row: SheetRow, layout: TableLayout): boolean {
	if (layout.subject !== 'indicators') return false;
	const code = layout.places.get('unit_code');
	if (code !== undefined && /^\d+$/.test(cellText(row.cells[code]))) return false;
	return row.cells.slice(0, 4).some((cell) => typeof cell === 'string' && isTotal(cell));
}

/** How the table writes numbers, by the first cell that can be read in one way only. */
function findStyle(rows: readonly SheetRow[], layout: TableLayout): NumberStyle {
	const specs = tableSpec(layout.subject).columns;
	const places = [
		...layout.figures.keys(),
		...specs
			.filter(({ kind }) => kind === 'number' || kind === 'share')
			.map(({ name }) => layout.places.get(name))
			.filter((place) => place !== undefined)
	];
	for (const row of rows) {
		for (const place of places) {
			const cell = row.cells[place];
			const style = typeof cell === 'string' ? findNumberStyle(cell) : undefined;
			if (style) return style;
		}
	}
	return 'vi';
}

/** Codes have five digits (communes) or three (districts); spreadsheets take away the first when it is zero. */
function unitCode(text: string): string {
	// A quotation mark in front and a decimal zero behind are left by programs that took a code for a number.
	const code = text.replace(/^'/, '').replace(/^(\d+)[.,]0+$/, '$1');
	return /^(\d{4}|\d{2})$/.test(code) ? `0${code}` : code;
}

/** A part of a whole as a fraction: 60 %, or 60 under a heading in percent, is 0.6. */
function share(cell: Cell, style: NumberStyle, inPercent: boolean): string {
	const text = cellText(cell);
	if (saysNothing(text)) return '';
	const percent =
		typeof cell === 'object' && cell !== null && 'percent' in cell
			? cell.percent
			: parsePercent(text, style);
	if (percent !== undefined) return String(fraction(percent));
	const value = typeof cell === 'number' ? cell : parseNumber(text, style);
	if (value === undefined) return text;
	return String(inPercent ? fraction(value) : value);
}

function fraction(percent: number): number {
	return Number((percent / 100).toPrecision(12));
}

function normalise(
	cell: Cell,
	kind: Exclude<ColumnKind, 'share'>,
	style: NumberStyle,
	catalogue: Catalogue
): string {
	const text = cellText(cell);
	switch (kind) {
		case 'text':
			return text;
		case 'unit-code':
			return saysNothing(text) ? '' : unitCode(text);
		case 'date':
			if (typeof cell === 'number') return dateOfSerial(cell) ?? text;
			return saysNothing(text) ? '' : (parseDate(text) ?? text);
		case 'number':
		case 'ordinal':
			if (typeof cell === 'number') return String(withoutDust(cell));
			return saysNothing(text) ? '' : String(parseNumber(text, style) ?? text);
		case 'status':
			return findStatus(text) ?? text;
		case 'track':
			return catalogue.findTrack(text) ?? text;
		case 'indicator':
			return catalogue.findIndicator(text)?.code ?? text;
	}
}
