import type { ImportReport } from '#lib/domain/import-report.ts';
import { m } from '#lib/paraglide/messages.js';
import { demonstrationPartsText } from '#lib/view/demonstration-text.ts';
import { formatCount } from '#lib/view/format.ts';
import {
	DEMONSTRATION_FOLDER,
	findDataset,
	loadDataset,
	loadDemonstration
} from '../data/dataset.ts';
import { countDemonstration, removeDemonstration } from '../import/demonstration.ts';
import { listSources } from '../queries/data-state.ts';
import { CommandRefused, type Command, type CommandInput, type Outcome } from './command.ts';
import { importedBy, prepareBoundaries, toOutcome } from './import-commands.ts';
import { withDatabase } from './with-database.ts';

export const LOAD_COMMANDS: readonly Command[] = [
	{
		name: 'load',
		operands: ['FOLDER'],
		options: { 'dry-run': { type: 'boolean' }, by: { type: 'string' } },
		run: loadFolder
	},
	{ name: 'demo load', operands: [], options: {}, run: loadDemo },
	{ name: 'demo clear', operands: [], options: {}, run: clearDemo }
];

async function loadFolder(input: CommandInput): Promise<Outcome> {
	const folder = input.file(0);
	const dataset = findDataset(folder);
	if (!dataset) return toOutcome([noDataset(folder)]);
	return withDatabase('load', async (database) => {
		const reports = await loadDataset(database, dataset, {
			importedBy: importedBy(input),
			dryRun: input.flag('dry-run')
		});
		await prepareBoundaries(database, reports);
		return toOutcome(reports);
	});
}

/** The report on a folder that is no data set. */
function noDataset(folder: string): ImportReport {
	return {
		file: folder,
		subject: 'dataset',
		sha256: '',
		bytes: 0,
		outcome: 'refused',
		read: 0,
		written: 0,
		problems: [{ severity: 'error', code: 'not-a-dataset', file: folder }],
		problemCounts: { errors: 1, warnings: 0 },
		timings: {}
	};
}

function loadDemo(): Promise<Outcome> {
	return withDatabase('demo load', async (database) => {
		const real = (await listSources(database.db)).filter((source) => !source.demonstration);
		if (real.length > 0) {
			throw new CommandRefused(m.command_demo_real_present({ sources: real.length }));
		}
		if (!findDataset(DEMONSTRATION_FOLDER)) return toOutcome([noDataset(DEMONSTRATION_FOLDER)]);
		const reports = await loadDemonstration(database);
		await prepareBoundaries(database, reports);
		return toOutcome(reports);
	});
}

function clearDemo(): Promise<Outcome> {
	return withDatabase('demo clear', async (database) => {
		const parts = await countDemonstration(database.db);
		const rows = (await listSources(database.db))
			.filter((source) => source.demonstration)
			.reduce((sum, { written }) => sum + written, 0);
		await database.snapshot();
		await database.db.transaction(removeDemonstration);
		return {
			exitCode: 0,
			document: { outcome: 'cleared', rows, ...parts },
			text:
				demonstrationPartsText(parts) === ''
					? m.command_demo_none()
					: m.command_demo_cleared({
							parts: demonstrationPartsText(parts),
							rows: formatCount(rows)
						})
		};
	});
}
