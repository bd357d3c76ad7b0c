/** A row of a CSV file for spreadsheets, without its end. */
export function toCsvLine(values: readonly (string | number)[]): string {
	return values.map((value) => cell(String(value))).join(',');
}

/** Quoted where needed; a text that a spreadsheet would run as a formula is kept as text. */
function cell(value: string): string {
	const safe = /^[=+\-@\t]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
