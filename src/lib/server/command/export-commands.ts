import { writeFileSync } from 'node:fs';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/view/format.ts';
import { toCsv } from '../export/csv.ts';
import { exportBoundaries } from '../export/export-boundaries.ts';
import { exportIndicators } from '../export/export-indicators.ts';
import {
	exportModels,
	exportSites,
	exportStatus,
	exportSuccession,
	type Table
} from '../export/export-tables.ts';
import { writeWhole } from '../export/write-whole.ts';
import type { Queryable } from '../db/database.ts';
import { getDataState, listSources } from '../queries/data-state.ts';
import {
	CommandRefused,
	UsageError,
	type Command,
	type CommandInput,
	type Outcome
} from './command.ts';
import { withDatabase } from './with-database.ts';

/** A file to be written, and its rows in pieces. */
interface Export {
	file: string;
	subject: string;
	pieces: Parameters<typeof writeWhole>[1];
}

const OUT = { out: { type: 'string' } } as const;

export const EXPORT_COMMANDS: readonly Command[] = [
	{
		name: 'export boundaries',
		operands: [],
		options: { ...OUT, at: { type: 'string' }, level: { type: 'string' } },
		run: (input) => {
			input.required('at');
			const [at, level] = [input.date('at') ?? '', input.level()];
			return runExport(input, async (db, file) => [
				{ file, subject: 'boundaries', pieces: exportBoundaries(db, at, level) }
			]);
		}
	},
	tableCommand('succession', exportSuccession),
	tableCommand('indicators', exportIndicators),
	tableCommand('status', exportStatus),
	{
		name: 'export models',
		operands: [],
		options: { ...OUT, sites: { type: 'string' } },
		run: (input) =>
			runExport(input, async (db, file) => {
				const sites = input.fileOption('sites');
				if (sites === file)
					throw new UsageError(m.command_option_wrong({ detail: '--sites = --out' }));
				const models = toExport(file, 'models', await exportModels(db));
				return sites === undefined
					? [models]
					: [models, toExport(sites, 'models', await exportSites(db))];
			})
	}
];

function tableCommand(subject: string, read: (db: Queryable) => Promise<Table>): Command {
	return {
		name: `export ${subject}`,
		operands: [],
		options: OUT,
		run: (input) => runExport(input, async (db, file) => [toExport(file, subject, await read(db))])
	};
}

function toExport(file: string, subject: string, { heading, rows }: Table): Export {
	return { file, subject, pieces: [{ text: toCsv(heading, rows), rows: rows.length }] };
}

async function runExport(
	input: CommandInput,
	prepare: (db: Queryable, file: string) => Promise<Export[]>
): Promise<Outcome> {
	input.required('out');
	const out = input.fileOption('out') ?? '';
	return withDatabase('export', async ({ db }) => {
		const written = [];
		for (const { file, subject, pieces } of await prepare(db, out)) {
			try {
				const rows = await writeWhole(file, pieces);
				writeFileSync(`${file}.meta.json`, await describe(db, subject));
				written.push({ file, rows });
			} catch (error) {
				// Errors of the file system have a path or a call; those of the database do not.
				if (!(error instanceof Error && 'syscall' in error)) throw error;
				throw new CommandRefused(m.command_file_not_writable({ file, detail: error.message }));
			}
		}
		return {
			exitCode: 0,
			document: { outcome: 'exported', files: written },
			text: written
				.map(({ file, rows }) => m.command_exported({ file, rows: formatCount(rows) }))
				.join('\n')
		};
	});
}

/** Where the data comes from, and whether it is invented: a file of its own, so that the data reads back. */
async function describe(db: Queryable, subject: string): Promise<string> {
	const { dataVersion, demonstration } = await getDataState(db);
	const note = demonstration
		? m.export_note_demonstration()
		: subject === 'boundaries'
			? m.export_note_boundaries()
			: '';
	const sources = (await listSources(db)).filter((source) => source.subject === subject);
	const about = { exportedAt: new Date().toISOString(), dataVersion, demonstration, note, sources };
	return `${JSON.stringify(about, null, '\t')}\n`;
}
