import type { PlanDraft } from './draft.ts';

/** What became of a commune on other boundaries, by code; none where it cannot be said. */
export type HeirsOf = (code: string) => readonly string[];

/**
 * A draft that was made on other boundaries, for these: what was said of a commune is said of those that it
 * went over into. Where several came into one, costs add up, reasons stand beside each other, and a demand
 * for one is a demand for the whole; what cannot be followed is left out.
 */
export function carryDraft(draft: PlanDraft, heirsOf: HeirsOf): PlanDraft {
	const all = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => heirsOf(code)))];
	const must = all(draft.must);
	return {
		...draft,
		must,
		// Of a commune that was demanded and one that was ruled out, the demand is the stronger word.
		mustNot: all(draft.mustNot).filter((code) => !must.includes(code)),
		costs: carryRecord(draft.costs, heirsOf, (a, b) => a + b),
		exceptions: carryRecord(draft.exceptions, heirsOf, (a, b) => (a === b ? a : `${a}; ${b}`)),
		sets: draft.sets.map((set) => ({ ...set, codes: all(set.codes) })),
		proposals: draft.proposals.flatMap((proposal) =>
			all([proposal.code]).map((code) => ({ ...proposal, code }))
		)
	};
}

/** Communes that a draft says anything about, by code. */
export function codesOf({
	must,
	mustNot,
	costs,
	exceptions,
	sets,
	proposals
}: PlanDraft): string[] {
	return [
		...new Set([
			...must,
			...mustNot,
			...Object.keys(costs),
			...Object.keys(exceptions),
			...sets.flatMap(({ codes }) => codes),
			...proposals.map(({ code }) => code)
		])
	];
}

function carryRecord<T>(
	record: Readonly<Record<string, T>>,
	heirsOf: HeirsOf,
	join: (a: T, b: T) => T
): Record<string, T> {
	const carried: Record<string, T> = {};
	for (const [code, value] of Object.entries(record)) {
		for (const heir of heirsOf(code)) {
			carried[heir] = heir in carried ? join(carried[heir]!, value) : value;
		}
	}
	return carried;
}
