import * as v from 'valibot';
import { findMisfits } from './setup-misfits.ts';
import { SetupSchema, tidySetup, type Setup, type StoredSetup } from './setup.ts';

/** What can be wrong with a field of a set-up. Each code has one message in each language. */
export const SETUP_FAULT_CODES = [
	'not-an-object',
	'not-a-list',
	'not-text',
	'not-a-number',
	'not-a-date',
	'not-a-choice',
	'missing-field',
	'unknown-field',
	'empty',
	'too-long',
	'code-form',
	'province-code-form',
	'zone-unknown',
	'days-range',
	'share-range',
	'list-empty',
	'code-duplicated',
	'name-duplicated',
	'heading-duplicated',
	'metric-duplicated',
	'limit-duplicated',
	'track-unknown',
	'indicator-unknown',
	'leading-not-monthly',
	'dates-reversed',
	'ratio-only',
	'ratio-parts',
	'limit-itself'
] as const;
export type SetupFaultCode = (typeof SETUP_FAULT_CODES)[number];

/** Where something stands in a set-up: `['tracks', 0, 'nameVi']`. */
export type SetupPath = readonly (string | number)[];

export interface SetupFault {
	path: SetupPath;
	code: SetupFaultCode;
	/** What stands there, or what it clashes with. */
	value: string;
}

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

const LONGEST_SHOWN = 60;

function shown(input: unknown): string {
	if (typeof input === 'string') return input.slice(0, LONGEST_SHOWN);
	return typeof input === 'number' || typeof input === 'boolean' ? String(input) : '';
}
