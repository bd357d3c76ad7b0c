/** A place in a program's list of unknowns, and how often it counts. */
export interface ProgramTerm {
	at: number;
	factor: number;
}

/** A sum of unknowns that lies between two numbers, both included. */
export interface ProgramRow {
	terms: readonly ProgramTerm[];
	least: number;
	most: number;
}

/** The smallest or the largest sum of unknown whole counts that some sums are known of. */
export interface CountProgram {
	/** Bounds of each unknown. */
	lower: readonly number[];
	upper: readonly number[];
	rows: readonly ProgramRow[];
	objective: readonly ProgramTerm[];
	sense: 'smallest' | 'largest';
}

/** Counts that meet a program. */
export interface ProgramAnswer {
	counts: number[];
	/** Whether no other counts do better; else they were the best found within the solver's number of steps. */
	proven: boolean;
}

/**
 * Solves a program of whole numbers.
 *
 * @returns undefined where no counts were found
 */
export type SolveCounts = (program: CountProgram) => ProgramAnswer | undefined;
