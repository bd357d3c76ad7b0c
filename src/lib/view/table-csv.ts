import type { CitedSource } from '#lib/domain/loaded-source.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { toCsvRows } from './csv-rows.ts';
import { formatDate } from './format.ts';
import { monthName } from './month-name.ts';
import { sourceList } from './source-list.ts';
import type { TableRow } from './table-row.ts';

/** What a downloaded table says about itself. */
export interface TableNote {
	month: Month;
	calendar: Scheme;
	track: string;
	base: string;
	frame: { from: string; to: string | null };
	/** First day of the boundaries that history was carried onto; undefined as reported. */
	reading: string | undefined;
	demonstration: boolean;
	dataVersion: number;
	sources: readonly CitedSource[];
	exportedAt: string;
	/** Who may read it, such as "Lưu hành nội bộ". */
	label: string;
	/** What a public copy says of itself. */
	publicNotes: readonly string[];
}

/** What a downloaded table says about itself, line by line. */
export function tableAbout(note: TableNote): string[] {
	return [
		note.demonstration ? m.demonstration_note() : m.real_note(),
		note.label,
		...note.publicNotes,
		m.csv_month({ month: monthName(note.month, note.calendar) }),
		m.csv_frame({
			from: formatDate(note.frame.from),
			to: note.frame.to === null ? '…' : formatDate(note.frame.to)
		}),
		m.csv_reading({
			reading:
				note.reading === undefined
					? m.reading_reported()
					: m.reading_note({ date: formatDate(note.reading) })
		}),
		m.csv_track({ track: note.track, base: note.base }),
		m.csv_sources({ sources: sourceList(note.sources) }),
		m.csv_exported({ date: formatDate(note.exportedAt), version: note.dataVersion })
	];
}

/** Headings of its columns, in the order of `tableCells`. */
export function tableHeading(): string[] {
	return [
		m.column_code(),
		m.column_name(),
		m.column_district(),
		m.column_status(),
		m.column_trend(),
		m.column_sites(),
		m.column_sites_rate(),
		m.column_population(),
		m.column_population_note(),
		m.column_area()
	];
}

/** A row's cells: text as text, numbers as numbers, nothing where nothing is known. */
export function tableCells(row: TableRow): (string | number | undefined)[] {
	return [
		row.code,
		row.estimated ? `${row.name} (${m.reading_estimate()})` : row.name,
		row.district,
		row.composition === '' ? row.status : `${row.status} (${row.composition})`,
		row.trend,
		row.sites,
		row.sitesPer10000 === undefined ? undefined : Number(row.sitesPer10000.toFixed(2)),
		row.population === undefined ? undefined : Math.round(row.population),
		row.populationEstimated ? m.population_estimate() : '',
		Number(row.areaKm2.toFixed(2))
	];
}

/**
 * The table as CSV for spreadsheets: first lines that begin with `#` and say what it is, then a heading
 * and the rows. Numbers are written plainly (1234.5), so that no reader takes one for another.
 */
export function toTableCsv(rows: readonly TableRow[], note: TableNote): string {
	const lines = rows.map((row) => {
		const cells = tableCells(row);
		// Two decimals stay two, so that columns line up.
		return cells.map((cell, at) =>
			cell === undefined
				? ''
				: typeof cell === 'number' && DECIMAL.includes(at)
					? cell.toFixed(2)
					: cell
		);
	});
	// Not quoted, or they would not begin with `#` for readers that leave such lines out.
	const comments = tableAbout(note).map((line) => `# ${line.replaceAll(/[\r\n]+/g, ' ')}`);
	return comments.map((line) => `${line}\r\n`).join('') + toCsvRows([tableHeading(), ...lines]);
}

/** Columns of decimals: sites per 10,000 people, and area. */
const DECIMAL = [6, 9];
