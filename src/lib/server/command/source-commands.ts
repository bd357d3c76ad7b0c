import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate } from '#lib/view/format.ts';
import { subjectText } from '#lib/view/import-report-text.ts';
import { undoSource } from '../data/undo-source.ts';
import { listSources } from '../queries/data-state.ts';
import { CommandRefused, type Command, type CommandInput, type Outcome } from './command.ts';
import { withDatabase } from './with-database.ts';

export const SOURCE_COMMANDS: readonly Command[] = [
	{ name: 'sources', operands: [], options: {}, run: listLoaded },
	{ name: 'undo', operands: ['SOURCE_ID'], options: {}, run: undo }
];

function listLoaded(): Promise<Outcome> {
	return withDatabase('sources', async ({ db }) => {
		const sources = await listSources(db);
		const lines = sources.map((source) =>
			m.command_source_line({
				id: source.id,
				date: formatDate(source.importedAt),
				subject: subjectText(source.subject),
				file: source.fileName,
				written: formatCount(source.written),
				label: source.sensitivity,
				by: source.importedBy,
				demo: source.demonstration ? m.command_source_demo() : ''
			})
		);
		return {
			exitCode: 0,
			document: { outcome: 'listed', sources },
			text: lines.length === 0 ? m.command_sources_none() : lines.join('\n')
		};
	});
}

async function undo(input: CommandInput): Promise<Outcome> {
	const id = Number(input.operand(0));
	const unknown = m.command_undo_unknown({ id: input.operand(0) });
	if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) throw new CommandRefused(unknown);
	return withDatabase('undo', async (database) => {
		const result = await undoSource(database, id);
		switch (result.outcome) {
			case 'unknown':
				throw new CommandRefused(unknown);
			case 'in-use':
				return {
					exitCode: 1,
					document: { ...result },
					text: m.command_undo_needed({
						id,
						users: result.users
							.map((user) => m.command_undo_user({ ...user, subject: subjectText(user.subject) }))
							.join('; ')
					})
				};
			case 'undone':
				return {
					exitCode: 0,
					document: { ...result },
					text: m.command_undone({
						id,
						subject: subjectText(result.source.subject),
						file: result.source.fileName,
						rows: Object.entries(result.removed)
							.filter(([, count]) => count > 0)
							.map(([table, count]) => `${table} ${formatCount(count)}`)
							.join(', ')
					})
				};
		}
	});
}
