import * as v from 'valibot';
import type { EarlierSum } from './count-index.ts';
import { sumTerms, termsKey, type CountSystem } from './count-system.ts';
import type { EarlierCopies, HiddenCells } from './hide-cells.ts';
import { cellTerms, type CellTerm, type PublicPlan } from './plan-message.ts';
import { isSmall } from './small-count.ts';

/** Whether a cell was hidden in public copies from a version of the data on, until another entry says otherwise. */
export interface LedgerEntry {
	indicator: string;
	year: number;
	terms: readonly CellTerm[];
	state: 'hidden' | 'shown';
	dataVersion: number;
}

/** Reads terms that were stored. @throws Error where they are none */
export function readTerms(stored: unknown): CellTerm[] {
	return v.parse(cellTerms, stored);
}

/** What earlier public copies said of a system's cells, from the entries of all systems. */
export function readLedger(system: CountSystem, ledger: readonly LedgerEntry[]): EarlierCopies {
	const own = ledger
		.filter(({ indicator, year }) => indicator === system.indicator && year === system.year)
		.sort((a, b) => a.dataVersion - b.dataVersion);
	const hidden = new Set<string>();
	const shown = new Map<string, readonly CellTerm[]>();
	const sums = new Map<string, EarlierSum>();
	const counts = new Map(system.parts.map(({ key, count }) => [key, count]));
	const current = new Set(system.cells.map(({ key }) => key));
	const isSmallNow = (terms: readonly CellTerm[]) =>
		isSmall(Math.round(sumTerms(terms, (part) => counts.get(part) ?? 0)));
	for (const version of new Set(own.map(({ dataVersion }) => dataVersion))) {
		for (const { terms, state, dataVersion } of own) {
			if (dataVersion !== version) continue;
			const key = termsKey(terms);
			if (state === 'hidden') {
				hidden.add(key);
				shown.delete(key);
			} else shown.set(key, terms);
		}
		for (const { terms, shownParts, rest } of knownSums([...shown.values()])) {
			// What was shown and is small by now has changed: the sum was another one.
			const changed = shownParts.length === 0 && isSmallNow(terms);
			// What is shown still is known anyway.
			const told = current.has(termsKey(terms)) && !shownParts.some(isSmallNow);
			if (!changed && !told) sums.set(termsKey(rest), rest);
		}
	}
	return { hidden, shown: new Set(shown.keys()), sums: [...sums.values()] };
}

/** Sums that were shown, less what was shown of them: what an outsider knew of the rest. */
function knownSums(
	shown: readonly (readonly CellTerm[])[]
): { terms: EarlierSum; shownParts: EarlierSum[]; rest: EarlierSum }[] {
	const all = shown.map((terms) => ({
		terms,
		factors: new Map(terms.map(({ part, factor }) => [part, factor]))
	}));
	type Sum = (typeof all)[number];
	const within = (inner: Sum, outer: Sum) =>
		inner.terms.length < outer.terms.length &&
		inner.terms.every(({ part, factor }) => outer.factors.get(part) === factor);
	/** Cells that no other shown one is a part of. */
	const leaves = all.filter((sum) => !all.some((other) => within(other, sum)));
	return all.flatMap((sum) => {
		const shownParts = leaves.filter((leaf) => within(leaf, sum));
		const told = new Set(shownParts.flatMap(({ terms }) => terms.map(({ part }) => part)));
		const rest = sum.terms.filter(({ part }) => !told.has(part));
		return rest.length === 0
			? []
			: [{ terms: sum.terms, shownParts: shownParts.map(({ terms }) => terms), rest }];
	});
}

/** What a new public copy says that the ledger does not say yet. */
export function newEntries(
	system: CountSystem,
	{ hidden }: HiddenCells,
	ledger: readonly LedgerEntry[]
): PublicPlan['entries'] {
	const earlier = readLedger(system, ledger);
	const { indicator, year } = system;
	return system.cells.flatMap(({ key, terms, printable }) => {
		if (!printable) return [];
		const state = hidden.has(key) ? 'hidden' : 'shown';
		return earlier[state].has(key) ? [] : [{ indicator, year, terms: [...terms], state }];
	});
}
