import type { ProblemCode } from '#lib/domain/problem.ts';

/** What a refusal names. */
export interface RefusalFacts {
	value?: string;
	found?: string;
	count?: number;
	/** What there is to choose from. */
	choices?: string[];
}

/** The file cannot be opened as boundaries; `code` is a problem's. */
export class BoundaryFileRefused extends Error {
	constructor(
		readonly code: ProblemCode,
		readonly facts: RefusalFacts = {}
	) {
		super(code);
	}

	get choices(): readonly string[] {
		return this.facts.choices ?? [];
	}

	/** The refusal as a problem names it. */
	get place(): { value?: string; detail: Record<string, string | number> } {
		const { value, found, count, choices } = this.facts;
		return {
			...(value === undefined ? {} : { value }),
			...(choices ? { value: choices.join(', ') } : {}),
			detail: {
				...(found === undefined ? {} : { found }),
				...(count === undefined ? {} : { count })
			}
		};
	}
}
