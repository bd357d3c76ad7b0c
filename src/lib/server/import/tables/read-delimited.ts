import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import type { ProblemList } from '../problem-list.ts';
import { decode, findEncoding, findUtf16 } from '../text-encoding.ts';
import type { Sheet } from './sheet.ts';
import { MAX_COLUMNS } from './read-sheet.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads a CSV file: any line ends, with or without BOM, separated by comma, semicolon or tabulator, in
 * UTF-8, UTF-16 or one of the old Vietnamese encodings.
 */
export function readDelimited(file: string, problems: ProblemList): Sheet {
	const text = decodeText(readFileSync(file), problems);
	const delimiter = findDelimiter(text);
	const widest = text
		.slice(0, 1_000_000)
		.split(/\r?\n/, 20)
		.map((line) => line.split(delimiter).length);
	const columns = Math.max(...widest);
	if (columns > MAX_COLUMNS) problems.stop('too-many-columns', { value: String(columns) });
	let table: { info: { lines: number }; record: string[] }[];
	try {
		const parsed: unknown = parse(text, {
			delimiter,
			info: true,
			skip_empty_lines: true,
			relax_column_count: true,
			trim: true
		});
		table = parsed as typeof table;
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		problems.stop('csv-broken', {
			row: Number(error.lines ?? 0),
			detail: { reason: error.message }
		});
	}
	return {
		name: '',
		uncomputed: [],
		merges: [],
		hiddenColumns: new Set(),
		rows: table
			.filter(({ record }) => !record[0]?.startsWith('#'))
			.map(({ info, record }) => ({
				number: info.lines,
				hidden: false,
				cells: record.map((value) => (value === '' ? null : value))
			}))
	};
}

function decodeText(bytes: Buffer, problems: ProblemList): string {
	const utf16 = findUtf16(bytes);
	if (utf16) return clean(new TextDecoder(utf16).decode(bytes));
	const encoding = findEncoding(bytes);
	if (encoding !== 'utf-8') problems.warn('encoding-guessed', { value: encoding });
	return clean(decode(bytes, encoding));
}

function clean(text: string): string {
	return text.replace(/^\uFEFF/, '').replaceAll('\0', '');
}

/** The separator that stands most often in the first lines, outside of quotation marks. */
function findDelimiter(text: string): string {
	const bare = text
		.slice(0, 100_000)
		.split(/\r?\n/, 20)
		.join('\n')
		.replace(/"[^"]*"/g, '');
	const times = (delimiter: string) => bare.split(delimiter).length;
	return DELIMITERS.reduce((best, each) => (times(each) > times(best) ? each : best));
}
