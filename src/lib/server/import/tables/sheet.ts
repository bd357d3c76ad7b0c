import { cleanLine } from '#lib/domain/clean-text.ts';
import type { IsoDate } from '#lib/domain/period.ts';

/**
 * What stands in a cell. Dates are days; what a formula came to is its value; a number that its format shows
 * as a percentage is that percentage (0.855 shown as 85,5 % is 85.5).
 */
export type Cell =
	string | number | boolean | null | { date: IsoDate } | { percent: number } | { error: string };

export interface SheetRow {
	/** As the program shows it: the first row is 1. */
	number: number;
	hidden: boolean;
	cells: Cell[];
}

/** A merged range, both ends included: rows as the program numbers them, columns from 0. */
export interface MergedRange {
	top: number;
	bottom: number;
	left: number;
	right: number;
}

/** A table as it came: rows of cells, nothing understood yet. */
export interface Sheet {
	/** Empty for a file that has no sheets. */
	name: string;
	rows: SheetRow[];
	/** Formulas without a value: the file was written by a program that does not compute. */
	uncomputed: { row: number; column: number }[];
	/** Ranges of which each cell has been given the value of the first. */
	merges: MergedRange[];
	/** Hidden columns, from 0. */
	hiddenColumns: ReadonlySet<number>;
}

/** `B7`, as spreadsheets call it. */
export function cellAddress(row: number, column: number): string {
	return `${columnLetter(column)}${row}`;
}

/** `C3:C5`. */
export function rangeAddress({ top, bottom, left, right }: MergedRange): string {
	return `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;
}

/** @param column 0 for A */
export function columnLetter(column: number): string {
	let name = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	}
	return name;
}

/** Words of ASCII with single spaces: in normal form already. A table has hundreds of thousands of these. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** A text that a program wrote as a formula, to keep the zeros in front: `="03301"`. */
const QUOTED_FORMULA = /^="([^"]*)"$/;

/** Spaces without a width, which programs leave between words. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g;

/** A cell as plain text, in one normal form. */
export function cellText(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'object') {
		if ('date' in cell) return cell.date;
		return 'percent' in cell ? `${cell.percent}%` : cell.error;
	}
	return plainText(String(cell));
}

/** The lines of a cell that has several, each as plain text. */
export function cellLines(cell: Cell | undefined): string[] {
	if (typeof cell !== 'string') return [cellText(cell)].filter(Boolean);
	return cell
		.split(/[\r\n\v\u2028]+/)
		.map(plainText)
		.filter(Boolean);
}

function plainText(text: string): string {
	if (PLAIN.test(text)) return QUOTED_FORMULA.exec(text)?.[1] ?? text;
	return cleanLine(text.replace(INVISIBLE, ' '));
}
