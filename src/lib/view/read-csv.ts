/**
 * Rows of a CSV file (RFC 4180) without the lines at its beginning that start with `#`.
 *
 * @example readCsv('# note\r\na,"b,c"\r\n') // [['a', 'b,c']]
 */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let quoted = false;
	const body = text.replace(/^\uFEFF?(#[^\r\n]*\r?\n)*/u, '');
	for (let at = 0; at < body.length; at++) {
		const letter = body.charAt(at);
		if (quoted) {
			if (letter !== '"') cell += letter;
			else if (body.charAt(at + 1) === '"') {
				cell += '"';
				at++;
			} else quoted = false;
		} else if (letter === '"') quoted = true;
		else if (letter === ',') {
			row.push(cell);
			cell = '';
		} else if (letter === '\n') {
			rows.push([...row, cell]);
			[row, cell] = [[], ''];
		} else if (letter !== '\r') cell += letter;
	}
	return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}
