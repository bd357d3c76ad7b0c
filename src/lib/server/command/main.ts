import { m } from '#lib/paraglide/messages.js';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { unavailableText } from '#lib/view/unavailable-text.ts';
import { errorStack } from '../db/error-text.ts';
import { isLost } from '../db/is-lost.ts';
import { DatabaseUnavailable, type UnavailableReason } from '../db/unavailable.ts';
import { LoadingElsewhere } from '../import/lock-loads.ts';
import { BACKUP_COMMANDS } from './backup-commands.ts';
import { CHECK_COMMAND } from './check-command.ts';
import { CommandInput, CommandRefused, UsageError, type Command } from './command.ts';
import { DERIVE_COMMAND } from './derive-command.ts';
import { EXPORT_COMMANDS } from './export-commands.ts';
import { IMPORT_COMMANDS } from './import-commands.ts';
import { LOAD_COMMANDS } from './load-commands.ts';
import { SETUP_COMMAND } from './setup-command.ts';
import { SOURCE_COMMANDS } from './source-commands.ts';

/** `npm run data`: exit code 0 done, 1 refused because of the data or the database, 2 wrong usage. */

const COMMANDS: readonly Command[] = [
	...IMPORT_COMMANDS,
	...LOAD_COMMANDS,
	...EXPORT_COMMANDS,
	...SOURCE_COMMANDS,
	SETUP_COMMAND,
	CHECK_COMMAND,
	DERIVE_COMMAND,
	...BACKUP_COMMANDS
];

/** What is printed in the end: for people on the right stream, or as the one JSON document. */
interface Answer {
	exitCode: 0 | 1 | 2;
	document: Record<string, unknown>;
	text: string;
}

const args = process.argv.slice(2);
const language = findLanguage(args);
overwriteGetLocale(() => (language === 'en' ? 'en' : 'vi'));
// A pipe may be closed early, for example by `head`.
process.stdout.on('error', () => process.exit());
const answer = await answerTo(args);
process.exitCode = answer.exitCode;
if (args.includes('--json')) console.log(JSON.stringify(answer.document));
else if (answer.exitCode === 0) console.log(answer.text);
else console.error(answer.text);

/** Looked for before anything else is understood, so that a mistake is explained in the right language. */
function findLanguage(args: string[]): string | undefined {
	const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
	if (at === -1) return undefined;
	return args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
}

async function answerTo(args: string[]): Promise<Answer> {
	if (args.includes('--help') || args.includes('-h')) {
		const usage = m.command_usage();
		return { exitCode: 0, document: { outcome: 'help', usage }, text: usage };
	}
	try {
		const command = findCommand(args);
		const input = CommandInput.parse(command, args);
		input.choice('lang', ['vi', 'en']);
		const { exitCode, document, text } = await command.run(input);
		return { exitCode, document: { command: command.name, ...document }, text };
	} catch (error) {
		return explain(error);
	}
}

/** @throws UsageError when no command is called so */
function findCommand(args: string[]): Command {
	const words = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--lang');
	const command = COMMANDS.find(({ name }) =>
		name.split(' ').every((word, index) => words[index] === word)
	);
	if (command) return command;
	throw new UsageError(m.command_unknown({ command: words.slice(0, 2).join(' ') }));
}

function explain(error: unknown): Answer {
	const message = error instanceof Error ? error.message : String(error);
	if (error instanceof UsageError) {
		return {
			exitCode: 2,
			document: { outcome: 'usage', message },
			text: `${message}\n\n${m.command_usage()}`
		};
	}
	if (error instanceof CommandRefused) {
		return { exitCode: 1, document: { outcome: 'refused', message }, text: message };
	}
	if (error instanceof LoadingElsewhere) {
		const text = m.data_loading_elsewhere({ holder: error.holder || '?' });
		return { exitCode: 1, document: { outcome: 'refused', message: text }, text };
	}
	if (error instanceof DatabaseUnavailable) return unavailable(error.reason);
	if (isLost(error))
		return unavailable({ code: 'server-unreachable', server: 'DATABASE_URL', detail: message });
	return {
		exitCode: 1,
		document: { outcome: 'failed', message },
		text: m.command_failed({ detail: errorStack(error) })
	};
}

function unavailable(reason: UnavailableReason): Answer {
	const { title, way } = unavailableText(reason);
	return {
		exitCode: 1,
		document: { outcome: 'unavailable', reason, message: `${title}. ${way}` },
		text: `${title}\n${way}`
	};
}
