import type { ProblemList } from '../problem-list.ts';
import { readEntries } from '../formats/archive.ts';
import { MAX_COLUMNS, readSheet } from './read-sheet.ts';
import type { Sheet } from './sheet.ts';
import { readParts } from './workbook-parts.ts';

/** Parts may have any name; these folders hold none of a sheet's cells. */
const WANTED = /^(?!.*\/(pivot\w+|drawings|charts|media|comments|customXml)\/).*\.(xml|rels)$/i;

/** Values taken from another file. */
const EXTERNAL_LINK = /\/externalLinks\/[^/]+\.xml$/i;

/**
 * Reads all visible sheets of a workbook that have anything in them.
 *
 * ExcelJS, which writes our workbooks, reads them either whole in memory and slowly or as a stream that
 * now and then loses the list of sheets (exceljs#3064), and tells neither of hidden rows nor of errors.
 *
 * @param problems receives warnings about what lies behind the values: links to other files
 * @throws ArchiveRefused when the archive is broken or larger than it says
 */
export async function readWorkbook(file: string, problems: ProblemList): Promise<Sheet[]> {
	const entries = await readEntries(file, (name) => WANTED.test(name));
	const parts = readParts(entries);
	const links = [...entries.keys()].filter((name) => EXTERNAL_LINK.test(name)).length;
	if (links > 0) problems.warn('workbook-links', { detail: { count: links } });
	const sheets = parts.sheets
		.filter(({ shown, path }) => shown && entries.has(path))
		.map(({ name, path }) => readSheet(name, entries.get(path) ?? '', parts))
		.filter(({ rows }) => rows.length > 0);
	for (const { rows } of sheets) {
		const widest = rows.find(({ cells }) => cells.length > MAX_COLUMNS);
		if (widest) problems.stop('too-many-columns', { value: String(widest.cells.length) });
	}
	return sheets;
}
