import * as v from 'valibot';
import { SETUP_FAULT_CODES, type SetupFault, type SetupFaultCode } from './setup-fault.ts';
import { findMisfits } from './setup-misfits.ts';
import { SetupSchema, tidySetup, type Setup, type StoredSetup } from './setup.ts';

export type SetupReading =
	{ setup: Setup; faults: [] } | { setup: undefined; faults: SetupFault[] };

/** Reads a whole set-up that came from outside: texts are tidied, everything that is wrong is listed. */
export function readSetup(sent: unknown): SetupReading {
	const result = v.safeParse(SetupSchema, sent);
	const faults = (result.issues ?? []).map(toFault);
	if (result.typed) faults.push(...findMisfits(result.output));
	return result.success && faults.length === 0
		? { setup: tidySetup(result.output), faults: [] }
		: { setup: undefined, faults };
}

/**
 * Reads a file: sections that it leaves out stay as they are.
 *
 * @param stored the set-up that the file changes
 */
export function readSetupFile(sent: unknown, stored: StoredSetup): SetupReading {
	const parts =
		typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? sent : undefined;
	return readSetup(parts ? { ...stored, ...parts } : sent);
}

function toFault(issue: v.BaseIssue<unknown>): SetupFault {
	const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
	return { path, code: codeOf(issue), value: shown(issue.input) };
}

function codeOf({ message, expected, path, input }: v.BaseIssue<unknown>): SetupFaultCode {
	if (expected === 'never') return 'unknown-field';
	if (path && input === undefined) return 'missing-field';
	if (message === 'fields') return 'not-an-object';
	return SETUP_FAULT_CODES.find((code) => code === message) ?? 'not-a-choice';
}

const MAX_SHOWN = 60;

function shown(input: unknown): string {
	if (typeof input === 'string') return input.slice(0, MAX_SHOWN);
	return typeof input === 'number' || typeof input === 'boolean' ? String(input) : '';
}
