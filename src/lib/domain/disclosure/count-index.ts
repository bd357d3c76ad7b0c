import type { ProgramTerm } from './count-program.ts';
import type { CountCell, CountSystem } from './count-system.ts';
import type { CellTerm } from './plan-message.ts';

/** A cell in terms of the index's unknowns. */
export interface IndexedCell extends Pick<CountCell, 'key' | 'kind' | 'count' | 'printable'> {
	terms: readonly ProgramTerm[];
	/** The unknown that the cell is; undefined where it is a sum, or a share. */
	leaf: number | undefined;
}

/** What an outsider knew once, of the parts that were hidden from him then. */
export type EarlierSum = readonly CellTerm[];

/**
 * A system by number: parts that no cell tells apart are one unknown, and everything is in the order of keys, so
 * that nothing depends on the order in which communes were read.
 */
export interface CountIndex {
	/** The true count of each unknown. */
	counts: readonly number[];
	cells: readonly IndexedCell[];
	/** Sums that are known from earlier copies, at what they are now. */
	earlier: readonly (readonly ProgramTerm[])[];
	/** For each unknown, the cells that it is in, by place. */
	cellsOf: readonly (readonly number[])[];
	/** For each unknown, the earlier sums that it is in, by place. */
	earlierOf: readonly (readonly number[])[];
}

/** Numbers the unknowns, cells and earlier sums of a system. */
export function indexCounts(system: CountSystem, earlier: readonly EarlierSum[] = []): CountIndex {
	const cells = system.cells.toSorted((a, b) => compareText(a.key, b.key));
	const parts = system.parts.toSorted((a, b) => compareText(a.key, b.key));
	const sums = [...cells.map(({ terms }) => terms), ...earlier];
	const places = new Map<string, string[]>(parts.map(({ key }) => [key, []]));
	sums.forEach((terms, at) => {
		for (const { part, factor } of terms) places.get(part)?.push(`${at}·${factor}`);
	});
	/** For each way of being in sums, the unknown that is in them. */
	const unknowns = new Map<string, number>();
	const unknownOf = new Map<string, number>();
	const counts: number[] = [];
	for (const { key, count } of parts) {
		const where = places.get(key)!.join(' ');
		if (where === '') continue;
		let at = unknowns.get(where);
		if (at === undefined) {
			unknowns.set(where, (at = counts.length));
			counts.push(0);
		}
		unknownOf.set(key, at);
		counts[at]! += count;
	}
	const toTerms = (terms: readonly CellTerm[]): ProgramTerm[] => {
		const factors = new Map<number, number>();
		for (const { part, factor } of terms) {
			const at = unknownOf.get(part);
			if (at !== undefined) factors.set(at, factor);
		}
		return [...factors].map(([at, factor]) => ({ at, factor })).sort((a, b) => a.at - b.at);
	};
	const indexed = cells.map(({ key, kind, count, printable, terms }) => {
		const own = toTerms(terms);
		const [only] = own;
		const leaf = own.length === 1 && only!.factor === 1 ? only!.at : undefined;
		return { key, kind, count, printable, terms: own, leaf };
	});
	const known = earlier.map(toTerms).filter((terms) => terms.length > 0);
	return {
		counts,
		cells: indexed,
		earlier: known,
		cellsOf: placesOf(
			indexed.map(({ terms }) => terms),
			counts.length
		),
		earlierOf: placesOf(known, counts.length)
	};
}

function placesOf(sums: readonly (readonly ProgramTerm[])[], unknowns: number): number[][] {
	const places = Array.from({ length: unknowns }, (): number[] => []);
	sums.forEach((terms, place) => {
		for (const { at } of terms) places[at]!.push(place);
	});
	return places;
}

/** What terms add up to. */
export function sumOf(terms: readonly ProgramTerm[], counts: ArrayLike<number>): number {
	let sum = 0;
	for (const { at, factor } of terms) sum += factor * counts[at]!;
	return sum;
}

/** Whether a sum is of whole counts, each once: only those are known exactly. */
export function isWhole(terms: readonly ProgramTerm[]): boolean {
	return terms.every(({ factor }) => Number.isInteger(factor));
}

/** By code points: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
