import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readSetupFile } from '#lib/domain/setup/read-setup.ts';
import { NEW_PROVINCE } from '#lib/domain/setup/setup.ts';
import { m } from '#lib/paraglide/messages.js';
import { differenceText } from '#lib/view/setup/setup-difference-text.ts';
import { faultLine, removalText } from '#lib/view/setup/setup-fault-text.ts';
import { saveSetup } from '../data/setup/save-setup.ts';
import type { Database } from '../db/database.ts';
import { getSetup } from '../queries/setup.ts';
import {
	CommandRefused,
	UsageError,
	type Command,
	type CommandInput,
	type Outcome
} from './command.ts';
import { importedBy } from './import-commands.ts';
import { withDatabase } from './with-database.ts';

/** Sets a province up from a file, or gives out the set-up as such a file. */
export const SETUP_COMMAND: Command = {
	name: 'setup',
	operands: [],
	optionalOperands: ['FILE'],
	options: {
		export: { type: 'boolean' },
		out: { type: 'string' },
		'dry-run': { type: 'boolean' },
		by: { type: 'string' }
	},
	run(input) {
		const exports = input.flag('export') || input.text('out') !== undefined;
		if (exports && input.operand(0) !== '') throw new UsageError(m.command_setup_both());
		return withDatabase('setup', (database) =>
			input.operand(0) === '' ? giveOut(database, input) : saveFile(database, input)
		);
	}
};

async function giveOut({ db }: Database, input: CommandInput): Promise<Outcome> {
	const stored = await getSetup(db);
	// A form to fill in if no province is set up.
	const setup = { ...stored, province: stored.province ?? NEW_PROVINCE };
	const text = JSON.stringify(setup, null, '\t');
	const file = input.fileOption('out');
	if (file === undefined) return { exitCode: 0, document: { outcome: 'exported', setup }, text };
	try {
		writeFileSync(file, `${text}\n`);
	} catch (error) {
		throw new CommandRefused(m.command_file_not_writable({ file, detail: messageOf(error) }));
	}
	return {
		exitCode: 0,
		document: { outcome: 'exported', files: [{ file }] },
		text: m.command_setup_written({ file })
	};
}

async function saveFile(database: Database, input: CommandInput): Promise<Outcome> {
	const sent = readJson(input.file(0));
	const { setup, faults } = readSetupFile(sent, await getSetup(database.db));
	if (!setup)
		return refused(
			{ faults },
			faults.map((fault) => faultLine(fault, sent))
		);
	const result = await saveSetup(database, setup, {
		changedBy: importedBy(input),
		dryRun: input.flag('dry-run')
	});
	switch (result.outcome) {
		case 'in-use':
			return refused({ removals: result.removals }, result.removals.map(removalText));
		case 'stale':
			throw new Error('The command line writes over whatever is there.');
		case 'unchanged':
			return { exitCode: 0, document: { ...result }, text: m.command_setup_unchanged() };
		case 'saved':
		case 'would-save': {
			const lines = listed(result.differences.map(differenceText));
			const text =
				result.outcome === 'saved'
					? m.command_setup_saved({ lines })
					: m.command_setup_would_save({ lines });
			return { exitCode: 0, document: { ...result }, text };
		}
	}
}

function refused(why: Record<string, unknown>, lines: string[]): Outcome {
	return {
		exitCode: 1,
		document: { outcome: 'refused', ...why, messages: lines },
		text: m.command_setup_refused({ lines: listed(lines) })
	};
}

function listed(lines: readonly string[]): string {
	return lines.map((line) => `- ${line}`).join('\n');
}

/** @throws CommandRefused when there is no such file, or it is no JSON */
function readJson(file: string): unknown {
	if (!existsSync(file)) throw new CommandRefused(m.command_setup_no_file({ file }));
	try {
		return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as unknown;
	} catch (error) {
		throw new CommandRefused(m.command_setup_not_json({ file, detail: messageOf(error) }));
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
