/** Writes rows as CSV (RFC 4180, but LF); a missing value becomes an empty cell. */
export function toCsv(
	header: readonly string[],
	rows: readonly (readonly (string | number | undefined)[])[]
): string {
	const cell = (value: string | number | undefined): string => {
		const text = value === undefined ? '' : String(value);
		return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
