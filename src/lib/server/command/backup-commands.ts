import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
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

function backup(input: CommandInput): Promise<Outcome> {
	if (readSettings().databaseUrl !== undefined) throw new CommandRefused(m.command_backup_server());
	const file = input.file(0);
	return withDatabase('backup', async (database) => {
		const snapshot = (await database.snapshot()) ?? '';
		try {
			copyFileSync(snapshot, `${file}.part`);
			renameSync(`${file}.part`, file);
		} catch (error) {
			throw new CommandRefused(
				m.command_file_not_writable({ file, detail: (error as Error).message })
			);
		}
		const bytes = statSync(file).size;
		return {
			exitCode: 0,
			document: { outcome: 'backed-up', file, bytes },
			text: m.command_backed_up({ file, size: sizeText(bytes) })
		};
	});
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
