import { saysNothing } from '#lib/domain/number-text.ts';
import type { ProblemList } from '../problem-list.ts';
import { tableSpec } from './columns.ts';
import { placeOf } from './read-records.ts';
import { cellText, columnLetter, rangeAddress, type Cell } from './sheet.ts';
import type { Table } from './table.ts';
import { usedPlaces, type TableLayout } from './table-layout.ts';

/** Notes errors and formulas without a result in cells that something is taken from; others may hold anything. */
export function checkCells(problems: ProblemList, { sheet, layout, records }: Table): void {
	const used = new Set([...layout.places.values(), ...layout.figures.keys()]);
	const lines = new Set(records.map(({ line }) => line));
	for (const { row, column } of sheet.uncomputed) {
		if (!used.has(column) || !lines.has(row)) continue;
		problems.error('formula-uncomputed', placeOf(sheet, layout, row, column));
	}
	for (const record of records) {
		for (const place of used) {
			const found = record.cell(place);
			if (!isErrorCell(found)) continue;
			problems.error('cell-error', {
				...placeOf(sheet, layout, record.line, place),
				value: found.error
			});
		}
	}
}

export function isErrorCell(cell: Cell): cell is { error: string } {
	return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/**
 * Notes merged ranges that hold one figure for several communes, months or indicators: names and headings
 * spread over a range, a figure does not.
 */
export function refuseMergedFigures(
	problems: ProblemList,
	{ sheet, layout, records }: Table
): void {
	if (sheet.merges.length === 0) return;
	const places = figurePlaces(layout);
	const byLine = new Map(records.map((record) => [record.line, record]));
	for (const range of sheet.merges) {
		const columns = places.filter((place) => place >= range.left && place <= range.right);
		const lines = [...byLine.keys()].filter((line) => line >= range.top && line <= range.bottom);
		const [line] = lines;
		const [place] = columns;
		if (line === undefined || place === undefined || lines.length * columns.length < 2) continue;
		const value = cellText(byLine.get(line)?.cell(place));
		if (saysNothing(value)) continue;
		problems.error('figure-merged', {
			...placeOf(sheet, layout, line, place),
			cell: rangeAddress(range),
			value,
			detail: { count: lines.length * columns.length }
		});
	}
}

function figurePlaces(layout: TableLayout): number[] {
	const numbers = tableSpec(layout.subject)
		.columns.filter(({ kind }) => kind === 'number' || kind === 'share')
		.flatMap(({ name }) => layout.places.get(name) ?? []);
	return [...layout.figures.keys(), ...layout.former.keys(), ...numbers];
}

/** Reports hidden rows and columns that are read. */
export function warnOfHidden(
	problems: ProblemList,
	{ sheet, layout, records }: Table,
	hiddenRows: readonly number[]
): void {
	const [first] = hiddenRows;
	if (first !== undefined) {
		problems.warn('rows-hidden', {
			row: first,
			sheet: sheet.name,
			detail: { count: hiddenRows.length }
		});
	}
	const columns = [...usedPlaces(layout)]
		.filter((place) => sheet.hiddenColumns.has(place))
		.filter((place) => records.some((record) => cellText(record.cell(place)) !== ''))
		.sort((a, b) => a - b);
	if (columns.length === 0) return;
	problems.warn('columns-hidden', {
		row: layout.heading.to,
		sheet: sheet.name,
		value: columns.map((place) => columnLetter(place)).join(', '),
		detail: {
			count: columns.length,
			found: columns.map((place) => layout.titles[place] ?? '').join(', ')
		}
	});
}

/**
 * Tells of columns of numbers whose heading nobody understands: what they hold is not loaded. Columns that
 * count the rows, and differences to other periods, are passed over without a word.
 */
export function warnOfLeftOut(problems: ProblemList, { sheet, layout, records }: Table): void {
	const used = usedPlaces(layout);
	const left = layout.titles.flatMap((title, place) => {
		if (title === '' || used.has(place) || layout.passedOver.has(place)) return [];
		const numbers = records.map((record) => record.cell(place)).filter(isNumber);
		const counts = numbers.every((cell, at) => at === 0 || Number(cell) > Number(numbers[at - 1]));
		return numbers.length > 0 && !(counts && Number(numbers[0]) <= 1) ? [{ title, place }] : [];
	});
	const [first] = left;
	if (!first) return;
	problems.warn('columns-left-out', {
		...placeOf(sheet, layout, layout.heading.to, first.place),
		detail: { count: left.length, found: left.map(({ title }) => title).join('; ') }
	});
}

function isNumber(cell: Cell): boolean {
	return (
		typeof cell === 'number' || (typeof cell === 'string' && /^\d+([.,]\d+)*$/.test(cell.trim()))
	);
}
