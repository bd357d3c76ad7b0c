import { stringify } from 'csv-stringify/sync';

/** Rows of a CSV file for spreadsheets, each with CRLF at its end. */
export function toCsvRows(rows: readonly (readonly (string | number)[])[]): string {
	return stringify(
		rows.map((row) => row.map((value) => keptAsText(String(value)))),
		// A line feed alone ends a row for many readers, too.
		{ record_delimiter: 'windows', quoted_match: /[\r\n]/ }
	);
}

/**
 * A text that a spreadsheet would run as a formula, kept as text; numbers with a sign stay numbers, which
 * `escape_formulas` of csv-stringify would not leave them.
 */
function keptAsText(value: string): string {
	return /^[=+\-@\t]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
}
