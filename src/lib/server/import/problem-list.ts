import type { Problem, ProblemCode } from '#lib/domain/problem.ts';

/** So many are listed one by one; a file with a broken column would otherwise list every row. */
const LISTED = 1000;

/** Where a problem is, and what it is about. */
type Place = Omit<Problem, 'severity' | 'code' | 'file'>;

/** Collects every problem of one file, and knows whether it must be refused. */
export class ProblemList {
	readonly #errors: Problem[] = [];
	readonly #warnings: Problem[] = [];
	readonly #byCause = new Map<string, Problem>();
	readonly counts = { errors: 0, warnings: 0 };

	constructor(readonly file: string) {}

	error(code: ProblemCode, at: Place = {}): void {
		this.counts.errors++;
		this.#keep({ severity: 'error', code, file: this.file, ...at });
	}

	warn(code: ProblemCode, at: Place = {}): void {
		this.counts.warnings++;
		this.#keep({ severity: 'warning', code, file: this.file, ...at });
	}

	/**
	 * An error that one cause produces many times: listed once, at the first place, with the number of places.
	 *
	 * @param cause what they have in common, besides the code
	 */
	errorOfCause(cause: string, code: ProblemCode, at: Place = {}): void {
		if (!this.#repeats(cause, { severity: 'error', code, file: this.file, ...at })) {
			this.counts.errors++;
		}
	}

	/** The same for a warning. */
	warnOfCause(cause: string, code: ProblemCode, at: Place = {}): void {
		if (!this.#repeats(cause, { severity: 'warning', code, file: this.file, ...at })) {
			this.counts.warnings++;
		}
	}

	/** Keeps the first problem of a cause, and counts the others there. */
	#repeats(cause: string, problem: Problem): boolean {
		const key = `${problem.code} ${cause}`;
		const first = this.#byCause.get(key);
		if (first) {
			first.times = (first.times ?? 1) + 1;
			return true;
		}
		this.#byCause.set(key, problem);
		this.#keep(problem);
		return false;
	}

	/** Errors before warnings, each in the order in which they were found: no warning crowds out an error. */
	get listed(): Problem[] {
		return [...this.#errors, ...this.#warnings].slice(0, LISTED);
	}

	/** Forgets everything, to read the file again in a more thorough way. */
	clear(): void {
		this.#errors.length = 0;
		this.#warnings.length = 0;
		this.#byCause.clear();
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
	stop(code: ProblemCode, at: Place = {}): never {
		this.error(code, at);
		throw new FileRefused();
	}

	refuseIfWrong(): void {
		if (this.counts.errors > 0) throw new FileRefused();
	}

	#keep(problem: Problem): void {
		const kept = problem.severity === 'error' ? this.#errors : this.#warnings;
		if (kept.length < LISTED) kept.push(problem);
	}
}

/** Thrown to leave an import whose problem list says why. */
export class FileRefused extends Error {}
