import { parseArgs, type ParseArgsConfig } from 'node:util';
import { resolve } from 'node:path';
import { isIsoDate, type IsoDate } from '#lib/domain/period.ts';
import { LEVELS, type Level } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';

/** The command was called in a way that it does not know: exit code 2. */
export class UsageError extends Error {}

/** The command cannot do what was asked, for the reason in the message: exit code 1. */
export class CommandRefused extends Error {}

export interface Outcome {
	/** 0 done, 1 refused. */
	exitCode: 0 | 1;
	/** What `--json` prints. */
	document: Record<string, unknown>;
	/** What a person reads. */
	text: string;
}

export interface Command {
	/** The words that call it, such as `import boundaries`. */
	name: string;
	/** What must follow them, as the usage text calls it. */
	operands: readonly string[];
	/** What may follow those. */
	optionalOperands?: readonly string[];
	options: NonNullable<ParseArgsConfig['options']>;
	run(input: CommandInput): Promise<Outcome>;
}

/** Options that every command takes. */
const COMMON_OPTIONS = {
	lang: { type: 'string' },
	json: { type: 'boolean' },
	help: { type: 'boolean', short: 'h' }
} as const;

/** What the user gave, checked as it is asked for. */
export class CommandInput {
	readonly #values: Record<string, unknown>;
	readonly #operands: readonly string[];

	private constructor(values: Record<string, unknown>, operands: readonly string[]) {
		this.#values = values;
		this.#operands = operands;
	}

	/** @throws UsageError for options that the command does not know, or too many or few operands */
	static parse(command: Command, args: string[]): CommandInput {
		let parsed;
		try {
			parsed = parseArgs({
				args,
				options: { ...COMMON_OPTIONS, ...command.options },
				allowPositionals: true
			});
		} catch (error) {
			throw new UsageError(m.command_option_wrong({ detail: (error as Error).message }));
		}
		const operands = parsed.positionals.slice(command.name.split(' ').length);
		const { operands: needed, optionalOperands: optional = [] } = command;
		if (operands.length < needed.length || operands.length > needed.length + optional.length) {
			throw new UsageError(
				m.command_operands_wrong({
					command: command.name,
					operands: [...needed, ...optional.map((word) => `[${word}]`)].join(' ') || '–'
				})
			);
		}
		return new CommandInput(parsed.values, operands);
	}

	operand(index: number): string {
		return this.#operands[index] ?? '';
	}

	/** A file operand, relative to where the user called from. */
	file(index: number): string {
		return resolveFile(this.operand(index));
	}

	flag(option: string): boolean {
		return this.#values[option] === true;
	}

	text(option: string): string | undefined {
		const value = this.#values[option];
		return typeof value === 'string' ? value : undefined;
	}

	/** @throws UsageError when the option is missing */
	required(option: string): string {
		const value = this.text(option);
		if (!value) throw new UsageError(m.command_option_needed({ option: `--${option}` }));
		return value;
	}

	fileOption(option: string): string | undefined {
		const value = this.text(option);
		return value === undefined ? undefined : resolveFile(value);
	}

	/** @throws UsageError when it is no date */
	date(option: string): IsoDate | undefined {
		const value = this.text(option);
		if (value === undefined || isIsoDate(value)) return value;
		throw new UsageError(m.command_date_wrong({ option: `--${option}`, value }));
	}

	/** @throws UsageError when it is none of them */
	choice<T extends string>(option: string, choices: readonly T[]): T | undefined {
		const value = this.text(option);
		if (value === undefined) return undefined;
		const found = choices.find((choice) => choice === value);
		if (found !== undefined) return found;
		throw new UsageError(
			m.command_choice_wrong({ option: `--${option}`, value, choices: choices.join(', ') })
		);
	}

	level(): Level {
		return this.choice('level', LEVELS) ?? 'commune';
	}
}

/** The command line runs in the project's folder; files are named from where the user stands. */
function resolveFile(file: string): string {
	return resolve(process.env.DIABAN_CALLED_FROM ?? process.cwd(), file);
}
