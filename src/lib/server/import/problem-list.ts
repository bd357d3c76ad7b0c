import type { Problem, ProblemCode } from '#lib/domain/problem.ts';

/** So many are listed one by one; a file with a broken column would otherwise list every row. */
const LISTED = 1000;

/** Collects every problem of one file, and knows whether it must be refused. */
export class ProblemList {
	readonly listed: Problem[] = [];
	readonly counts = { errors: 0, warnings: 0 };

	constructor(readonly file: string) {}

	error(code: ProblemCode, at: Omit<Problem, 'severity' | 'code' | 'file'> = {}): void {
		this.counts.errors++;
		this.#keep({ severity: 'error', code, file: this.file, ...at });
	}

	warn(code: ProblemCode, at: Omit<Problem, 'severity' | 'code' | 'file'> = {}): void {
		this.counts.warnings++;
		this.#keep({ severity: 'warning', code, file: this.file, ...at });
	}

	/** Forgets everything, to read the file again in a more thorough way. */
	clear(): void {
		this.listed.length = 0;
		this.counts.errors = 0;
		this.counts.warnings = 0;
	}

	/** Adds what was found in a file that belongs to this one. */
	take(other: ProblemList): void {
		for (const problem of other.listed) this.#keep(problem);
		this.counts.errors += other.counts.errors;
		this.counts.warnings += other.counts.warnings;
	}

	/** An error that makes reading on pointless. */
	stop(code: ProblemCode, at: Omit<Problem, 'severity' | 'code' | 'file'> = {}): never {
		this.error(code, at);
		throw new FileRefused();
	}

	refuseIfWrong(): void {
		if (this.counts.errors > 0) throw new FileRefused();
	}

	#keep(problem: Problem): void {
		if (this.listed.length < LISTED) this.listed.push(problem);
	}
}

/** Thrown to leave an import whose problem list says why. */
export class FileRefused extends Error {}
