import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/view/format.ts';
import { sizeText } from '#lib/view/import-report-text.ts';
import { restoreEmbedded } from '../db/embedded/embedded.ts';
import { DatabaseUnavailable } from '../db/unavailable.ts';
import { getDataState } from '../queries/data-state.ts';
import { readSettings } from '../settings.ts';
import { CommandRefused, type Command, type CommandInput, type Outcome } from './command.ts';
import { withDatabase } from './with-database.ts';

export const BACKUP_COMMANDS: readonly Command[] = [
	{ name: 'backup', operands: ['FILE'], options: {}, run: backup },
	{ name: 'restore', operands: ['FILE'], options: {}, run: restore }
];

/** Copies the whole database while it is in use. A file of this name is always whole. */
async function backup(input: CommandInput): Promise<Outcome> {
	const file = input.file(0);
	const { databaseUrl } = readSettings();
	const unfinished = `${file}.part`;
	try {
		if (databaseUrl === undefined) {
			await withDatabase('backup', async (database) => {
				copyFileSync((await database.snapshot()) ?? '', unfinished);
			});
		} else {
			dumpServer(databaseUrl, unfinished);
		}
		renameSync(unfinished, file);
	} catch (error) {
		rmSync(unfinished, { force: true });
		if (error instanceof DatabaseUnavailable || error instanceof CommandRefused) throw error;
		const detail = error instanceof Error ? error.message : String(error);
		throw new CommandRefused(m.command_file_not_writable({ file, detail }));
	}
	const bytes = statSync(file).size;
	return {
		exitCode: 0,
		document: { outcome: 'backed-up', file, bytes },
		text: m.command_backed_up({ file, size: sizeText(bytes) })
	};
}

/** Copies a database on a PostgreSQL server with the server's own program. Its password is not on the command line. */
function dumpServer(url: string, file: string): void {
	const { hostname, port, username, password, pathname } = new URL(url);
	const { status, error, stderr } = spawnSync(
		'pg_dump',
		['--format=custom', '--no-owner', `--file=${file}`],
		{
			encoding: 'utf8',
			env: {
				...process.env,
				PGHOST: hostname,
				PGPORT: port || '5432',
				PGUSER: decodeURIComponent(username),
				PGPASSWORD: decodeURIComponent(password),
				PGDATABASE: decodeURIComponent(pathname.slice(1))
			}
		}
	);
	if (error) throw new CommandRefused(m.command_backup_server());
	if (status !== 0) throw new CommandRefused(m.command_backup_failed({ detail: stderr.trim() }));
}

async function restore(input: CommandInput): Promise<Outcome> {
	const { databaseUrl, dataDir } = readSettings();
	if (databaseUrl !== undefined) throw new CommandRefused(m.command_restore_server());
	const file = input.file(0);
	if (!existsSync(file)) {
		throw new CommandRefused(m.command_file_not_readable({ file, detail: 'ENOENT' }));
	}
	try {
		await restoreEmbedded(dataDir, file, 'npm run data -- restore');
	} catch (error) {
		if (error instanceof DatabaseUnavailable) throw error;
		const detail = error instanceof Error ? error.message : String(error);
		throw new CommandRefused(m.command_restore_not_copy({ file, detail }));
	}
	return withDatabase('restore', async ({ db }) => {
		const { units } = await getDataState(db);
		return {
			exitCode: 0,
			document: { outcome: 'restored', file, dataDir, units },
			text: m.command_restored({ file, dataDir, units: formatCount(units) })
		};
	});
}
