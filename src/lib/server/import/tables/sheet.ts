import type { IsoDate } from '#lib/domain/period.ts';

/** What stands in a cell. Dates are days; what a formula came to is its value. */
export type Cell = string | number | boolean | null | { date: IsoDate } | { error: string };

export interface SheetRow {
	/** As the program shows it: the first row is 1. */
	number: number;
	hidden: boolean;
	cells: Cell[];
}

/** A table as it came: rows of cells, nothing understood yet. */
export interface Sheet {
	/** Empty for a file that has no sheets. */
	name: string;
	rows: SheetRow[];
	/** Formulas without a value: the file was written by a program that does not compute. */
	uncomputed: { row: number; column: number }[];
}

/** `B7`, as spreadsheets call it. */
export function cellAddress(row: number, column: number): string {
	return `${columnLetter(column)}${row}`;
}

/** @param column 0 for A */
function columnLetter(column: number): string {
	let name = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
	}
	return name;
}

/** Words of ASCII with single spaces: in normal form already. A table has hundreds of thousands of these. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A cell as plain text, in one normal form. */
export function cellText(cell: Cell | undefined): string {
	if (cell === null || cell === undefined) return '';
	if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
	const text = String(cell);
	return PLAIN.test(text)
		? text
		: text.normalize('NFC').replaceAll('\0', '').replace(/\s+/g, ' ').trim();
}
