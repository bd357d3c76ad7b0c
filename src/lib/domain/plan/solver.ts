import type { Row } from './choice.ts';

/** What is made as large, or as small, as possible: Σ factor·x. */
export interface Objective {
	sense: 'largest' | 'smallest';
	terms: Row['terms'];
}

export interface Model {
	unitIds: readonly number[];
	objective: Objective;
	rows: readonly Row[];
}

/** A choice that keeps to the model. */
export type Found =
	| { state: 'optimal'; chosen: number[]; value: number }
	/** The best that was found in time, and how far at most it is from the optimum. */
	| { state: 'out-of-time'; chosen: number[]; value: number; gap: number };

export type Solved =
	| Found
	/** Proven: no choice keeps to the model. */
	| { state: 'infeasible' }
	/** Time ran out before anything was found, or proven. */
	| { state: 'unknown' };

export function isFound(solved: Solved): solved is Found {
	return solved.state === 'optimal' || solved.state === 'out-of-time';
}

/** Solves a model to the optimum, or says that there is none. Given from outside: the core knows no solver. */
export type Solve = (model: Model) => Solved;
