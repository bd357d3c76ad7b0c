import type { CellSubject, CellTerm } from './plan-message.ts';

/**
 * What public files could print of one indicator in one whole year, and how it hangs together.
 *
 * Everything is a sum of parts: what one administrative unit reported in the year under one of its identities.
 * A commune's count is one part or, after a merger, those of its former communes with their weights; a total is
 * that of many communes. Former communes, merged ones and the communes of all frames so share their parts, and
 * whatever an outsider can add up or subtract is an equation between parts.
 */
export interface CountSystem {
	indicator: string;
	year: number;
	parts: readonly CountPart[];
	cells: readonly CountCell[];
}

/** What a unit reported in the year under one identity; a whole number of cases. */
export interface CountPart {
	key: string;
	count: number;
}

/** A commune's count, a total of the programme's communes, or one of all communes of a frame. */
export type CellKind = 'unit' | 'programme' | 'frame';

/** A number that files could print; what is printed in several places and always the same is one cell. */
export interface CountCell {
	/** Its terms in a text: the same cell has the same key in every version of the data. */
	key: string;
	kind: CellKind;
	terms: readonly CellTerm[];
	/** As printed: a sum with shares is rounded. */
	count: number;
	/** Whether any file prints it. What no file prints is not known to be more than none either. */
	printable: boolean;
	subjects: readonly CellSubject[];
}

/** A cell's terms in a text, in the order of parts. */
export function termsKey(terms: readonly CellTerm[]): string {
	return terms
		.map(({ part, factor }) => (factor === 1 ? part : `${factor}·${part}`))
		.sort()
		.join(' + ');
}

/** What terms add up to, given the counts of parts. */
export function sumTerms(terms: readonly CellTerm[], countOf: (part: string) => number): number {
	return terms.reduce((sum, { part, factor }) => sum + factor * countOf(part), 0);
}
