/**
 * What the thread that runs the embedded database and those that use it say to each other.
 *
 * The database runs in a thread of its own, because it computes on the thread that calls it: the server
 * would answer nobody meanwhile. Every user has a port; a transaction belongs to the port that began it
 * and is rolled back when that port closes, so that a job may be ended at any moment.
 */

/** How the thread opens its database. */
export interface OpenOptions {
	/** Undefined: in memory. */
	directory: string | undefined;
	/** A dump to start from, where there is nothing yet. */
	dump: Blob | undefined;
	/** A bundle of PostGIS instead of the package's own. */
	postgis: string | undefined;
}

export type Request = { id: number } & (
	| QueryRequest
	| { op: 'begin'; transaction: number }
	| { op: 'end'; transaction: number; commit: boolean }
	| { op: 'dump' }
	/** Forces to disk what was written. */
	| { op: 'flush' }
	| { op: 'close' }
);

export interface QueryRequest {
	op: 'query';
	sql: string;
	params: unknown[];
	rowMode: 'array' | 'object';
	/** Types (by their number) whose values stay text. */
	asText: number[];
	/** What a COPY reads. */
	blob: Blob | undefined;
	/** The transaction it belongs to. */
	transaction: number | undefined;
}

export type Answer = { id: number } & ({ value: unknown } | { error: ErrorFields });

/** An error's own fields do not survive the way between threads, and callers need its code. */
export interface ErrorFields {
	message: string;
	code?: string;
	detail?: string;
	constraint?: string;
	table?: string;
	column?: string;
}
