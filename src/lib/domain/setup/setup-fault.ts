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
