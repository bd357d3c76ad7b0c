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

export type Solved =
	| { state: 'optimal'; chosen: number[]; value: number }
	| { state: 'infeasible' }
	/** The best that was found in time, if any, and how far at most it is from the optimum. */
	| { state: 'out-of-time'; chosen: number[]; value: number; gap: number };

/** Solves a model to the optimum, or says that there is none. Given from outside: the core knows no solver. */
export type Solve = (model: Model) => Solved;
