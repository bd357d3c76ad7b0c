import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { FileInspection, SheetInspection } from '#lib/domain/file-inspection.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import { inspectBoundaries } from './boundaries/inspect-boundaries.ts';
import { findFileFormat, isBoundaryFormat } from './formats/file-format.ts';
import { hashFile } from './hash-file.ts';
import { FileRefused, ProblemList } from './problem-list.ts';
import { Catalogue } from './tables/catalogue.ts';
import { headingKey, TABLES, type TableSubject } from './tables/columns.ts';
import { findLayout, guessSubject } from './tables/find-columns.ts';
import { periodCode, rolesOf } from './tables/role-codes.ts';
import type { TableLayout } from './tables/table-layout.ts';
import { readSheets } from './tables/open-tables.ts';
import { cellText, type Sheet } from './tables/sheet.ts';

const SAMPLE_ROWS = 30;

/**
 * Looks at a file without loading anything: what it is, and what its fields or columns seem to be.
 *
 * @param problems receives why it cannot be read at all
 */
export async function inspectFile(
	db: Queryable,
	file: string,
	problems: ProblemList,
	layer?: string
): Promise<FileInspection> {
	const format = await findFileFormat(file);
	const about = { format, bytes: statSync(file).size };
	const before = await findLoadedBefore(db, file);
	const known = before ? { loadedBefore: before } : {};
	try {
		if (isBoundaryFormat(format)) {
			const boundaries = await inspectBoundaries(file, problems, layer);
			return { ...about, ...known, kind: 'boundaries', boundaries };
		}
		const sheets = await readSheets(file, problems);
		const catalogue = await Catalogue.load(db);
		const remembered = await loadRemembered(db);
		return {
			...about,
			...known,
			kind: 'table',
			sheets: sheets.map((sheet) => inspectSheet(sheet, catalogue, remembered))
		};
	} catch (error) {
		if (!(error instanceof FileRefused)) throw error;
		return { ...about, ...known, kind: 'unknown' };
	}
}

async function findLoadedBefore(
	db: Queryable,
	file: string
): Promise<{ source: number; date: string } | undefined> {
	const hash = await hashFile(file);
	const [before] = await rowsOf<{ source: number; date: string }>(
		db,
		sql`select id as source, to_char(imported_at, 'YYYY-MM-DD') as date from source where sha256 = ${hash} limit 1`
	);
	return before;
}

function inspectSheet(
	sheet: Sheet,
	catalogue: Catalogue,
	remembered: ReadonlyMap<string, Record<string, string>>
): SheetInspection {
	const guessed = guessSubject(sheet, catalogue);
	const layout = findLayout(sheet, guessed ?? 'indicators', catalogue);
	const headingRow = layout?.heading.to ?? sheet.rows[0]?.number ?? 1;
	const titles = layout?.titles ?? sheet.rows[0]?.cells.map(cellText) ?? [];
	// Headings that nobody would guess are known all the same when a person explained them once.
	const subject =
		TABLES.map((table) => table.subject).find((each) =>
			remembered.has(signatureOf(each, titles))
		) ?? guessed;
	const known = subject && remembered.get(signatureOf(subject, titles));
	const roles = layout ? rolesOf(layout) : new Map<number, string>();
	return {
		name: sheet.name,
		rows: sheet.rows.filter((row) => row.number > headingRow).length,
		subject,
		headingRow,
		columns: titles.map((title, place) => ({
			title,
			role: known?.[place] ?? roles.get(place) ?? 'ignore',
			remembered: known?.[place] !== undefined
		})),
		sample: sheet.rows
			.filter((row) => row.number > headingRow)
			.slice(0, SAMPLE_ROWS)
			.map((row) => ({ row: row.number, cells: row.cells.map(cellText) })),
		context: describeContext(layout)
	};
}

function describeContext(layout: TableLayout | undefined): string {
	if (!layout) return '';
	const { indicator, period, reporting } = layout.context;
	return [indicator, periodCode(period), reporting ? '15–14' : '']
		.filter((part) => part !== undefined && part !== '')
		.join(' · ');
}

/** Files of a kind are known again by what they are about and their headings. */
function signatureOf(subject: TableSubject, titles: readonly string[]): string {
	return createHash('sha256')
		.update([subject, ...titles.map(headingKey)].join('\n'))
		.digest('hex')
		.slice(0, 32);
}

async function loadRemembered(db: Queryable): Promise<Map<string, Record<string, string>>> {
	const rows = await rowsOf<{ signature: string; roles: Record<string, string> }>(
		db,
		sql`select signature, roles from column_mapping`
	);
	return new Map(rows.map(({ signature, roles }) => [signature, roles]));
}

/** Keeps what a person said of a table's columns, for the next file with the same headings. */
export async function rememberRoles(
	db: Queryable,
	subject: TableSubject,
	titles: readonly string[],
	roles: Readonly<Record<number, string>>
): Promise<void> {
	await db.execute(sql`
		insert into column_mapping (signature, roles) values
			(${signatureOf(subject, titles)}, ${JSON.stringify(roles)}::jsonb)
		on conflict (signature) do update set roles = excluded.roles, saved_at = now(),
			demonstration = excluded.demonstration`);
}
