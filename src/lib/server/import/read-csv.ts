import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { searchKey } from '#lib/domain/name.ts';
import type { FileRun } from './file-run.ts';

/** A row of a CSV file by column name. Missing columns read as empty text. */
export interface CsvRow {
	/** Line in the file, the heading being 1. */
	line: number;
	get(column: string): string;
}

/** Headings that say that rows are about persons, which this programme keeps no records of. */
const PERSONAL =
	/^(ho ?(va )?ten|ho ten|full ?name|cccd|cmnd|so dinh danh|identity|id card|dien thoai|so dien thoai|phone|ngay sinh|nam sinh|birth ?date|date of birth)$/;

/**
 * Reads a CSV file (UTF-8, with or without BOM, any line ends) and identifies it for its run.
 *
 * @param required columns without which the file cannot be read
 * @throws FileRefused when the file is empty, broken, lacks a column, or has a column about persons
 */
export async function readCsv(run: FileRun, required: readonly string[]): Promise<CsvRow[]> {
	const bytes = readFileSync(run.file);
	run.identify(createHash('sha256').update(bytes).digest('hex'), bytes.length);
	await run.refuseWhenLoadedBefore();
	if (bytes.length === 0) run.problems.stop('file-empty');
	let table: { info: { lines: number }; record: string[] }[];
	try {
		// Anything but UTF-8 would turn names into question marks.
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '');
		const parsed: unknown = parse(text, {
			bom: true,
			info: true,
			skip_empty_lines: true,
			relax_column_count_less: true,
			trim: true
		});
		table = parsed as typeof table;
	} catch (error) {
		if (error instanceof TypeError) {
			run.problems.stop('csv-broken', { detail: { reason: 'UTF-8' } });
		}
		if (!(error instanceof CsvError)) throw error;
		run.problems.stop('csv-broken', {
			row: Number(error.lines ?? 0),
			detail: { reason: error.message }
		});
	}
	const heading = (table[0]?.record ?? []).map((name) => name.normalize('NFC'));
	const columns = new Map(heading.map((name, index) => [name, index]));
	for (const name of heading) {
		if (PERSONAL.test(searchKey(name.replaceAll('_', ' ')))) {
			run.problems.error('personal-column', { row: 1, column: name });
		}
	}
	for (const name of required) {
		if (!columns.has(name)) {
			run.problems.error('column-missing', {
				row: 1,
				column: name,
				detail: { found: heading.join(', ') }
			});
		}
	}
	run.problems.refuseIfWrong();
	run.read = table.length - 1;
	return table.slice(1).map(({ info, record }) => ({
		line: info.lines,
		get: (column) => {
			const index = columns.get(column);
			return index === undefined ? '' : (record[index] ?? '').normalize('NFC');
		}
	}));
}
