import { stringify } from 'csv-stringify/sync';

/** A value of a table to be written; null is an empty cell. */
export type Cell = string | number | null;

/**
 * Writes a table as the importers read it: RFC 4180 with LF, nothing before the heading. Texts are written
 * as they are, so that reading the file gives the same data again.
 *
 * @example toCsv(['code', 'name'], [['03203', 'Pu Nhi']]) // 'code,name\n03203,Pu Nhi\n'
 */
export function toCsv(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
	// A carriage return alone ends a row for many readers, too.
	return stringify([heading, ...rows], { cast: { number: toPlain }, quoted_match: /[\r\n]/ });
}

/** A number to 20 decimals (what Node 20 offers), never with an exponent, which importers do not read. */
function toPlain(value: number): string {
	const text = String(value);
	if (!text.includes('e')) return text;
	return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
