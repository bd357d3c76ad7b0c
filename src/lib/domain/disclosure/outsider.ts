import type { CountProgram, ProgramRow, ProgramTerm } from './count-program.ts';
import { isWhole, sumOf, type CountIndex, type IndexedCell } from './count-index.ts';

/** Above the largest sum that is known, by this: nothing is known of counts up there. */
const ROOM_ABOVE = 100;
/** A sum with shares is printed rounded. */
const ROUNDING = 0.5;

/**
 * What an outsider knows who has every public file of one year: the cells that are shown and the rules by which
 * others are hidden. From it follow equations between the unknowns that are left.
 */
export class Outsider {
	/** Least count of each unknown; undefined for one that is shown. */
	readonly #least: (number | undefined)[];
	/** Known sums as far as they are unknown, and for each unknown those that it is in. */
	readonly #rows: ProgramRow[] = [];
	/** All that each sum is of. */
	readonly #members: (readonly ProgramTerm[])[] = [];
	readonly #rowsOf: number[][];
	/** For each unknown, hidden or shown, the sums that it is in, in texts. */
	readonly #signs: string[][];

	/** @param hidden places of the cells that are not shown */
	constructor(
		readonly index: CountIndex,
		hidden: ReadonlySet<number>
	) {
		const { cells, counts, earlier } = index;
		this.#least = counts.map(() => 0);
		this.#rowsOf = counts.map(() => []);
		this.#signs = counts.map(() => []);
		cells.forEach(({ leaf, printable, count }, at) => {
			// One that is hidden because it was once may be none by now.
			if (leaf !== undefined && hidden.has(at) && printable) this.#least[leaf] = Math.min(1, count);
		});
		cells.forEach(({ leaf }, at) => {
			if (leaf !== undefined && !hidden.has(at)) this.#least[leaf] = undefined;
		});
		cells.forEach(({ terms, leaf, printable, count }, at) => {
			if (leaf !== undefined) return;
			const exact = isWhole(terms);
			if (!hidden.has(at)) {
				const room = exact ? 0 : ROUNDING;
				this.#addRow(terms, count - room, count + room);
			} else if (printable) {
				// Of one with an unknown that is more than none itself nothing else is known.
				const said = exact && terms.some(({ at: unknown }) => (this.#least[unknown] ?? 0) > 0);
				if (!said && count > 0) this.#addRow(terms, exact ? 1 : ROUNDING, Infinity);
			}
		});
		for (const terms of earlier) {
			const sum = sumOf(terms, counts);
			const room = isWhole(terms) ? 0 : ROUNDING;
			this.#addRow(terms, sum - room, sum + room);
		}
	}

	#addRow(all: readonly ProgramTerm[], least: number, most: number): void {
		const place = this.#rows.length;
		const terms = all.filter(({ at }) => this.#least[at] !== undefined);
		const shown = sumOf(
			all.filter(({ at }) => this.#least[at] === undefined),
			this.index.counts
		);
		this.#rows.push({ terms, least: least - shown, most: most - shown });
		for (const { at } of terms) this.#rowsOf[at]!.push(place);
		for (const { at, factor } of all) this.#signs[at]!.push(`${place}·${factor}`);
		this.#members.push(all);
	}

	/** How far cases can move between a cell and hidden ones in exactly the same sums; 0 without any. */
	twinRoom({ leaf }: IndexedCell): number {
		const twins = this.#twinsOf(leaf).filter((at) => this.#least[at] !== undefined);
		if (twins.length < 2) return 0;
		return twins.reduce((sum, at) => sum + this.index.counts[at]! - this.#least[at]!, 0);
	}

	/** Shown unknowns that are in exactly the same sums as a cell of one unknown. */
	shownTwinsOf({ leaf }: IndexedCell): number[] {
		return this.#twinsOf(leaf).filter((at) => this.#least[at] === undefined);
	}

	#twinsOf(leaf: number | undefined): number[] {
		if (leaf === undefined) return [];
		const sign = this.#signs[leaf]!.join(' ');
		return this.#signs.flatMap((signs, at) => (signs.join(' ') === sign ? at : []));
	}

	/** All unknowns of the sums that a cell's unknowns are in, shown ones as well. */
	sumsWith({ terms }: IndexedCell): Set<number> {
		const rows = new Set(terms.flatMap(({ at }) => this.#rowsOf[at]!));
		return new Set([...rows].flatMap((row) => this.#members[row]!.map(({ at }) => at)));
	}

	/**
	 * The program for the least or the most that a cell can be, of what is connected with it only.
	 *
	 * @returns undefined where no sum is known of it
	 */
	programOf(
		{ terms }: IndexedCell,
		sense: CountProgram['sense']
	): { program: CountProgram; unknowns: number[] } | undefined {
		const free = terms.filter(({ at }) => this.#least[at] !== undefined);
		const { unknowns, rows } = this.#connectedWith(free.map(({ at }) => at));
		if (rows.length === 0) return undefined;
		const place = new Map(unknowns.map((unknown, at) => [unknown, at]));
		const renumber = (list: readonly ProgramTerm[]) =>
			list.map(({ at, factor }) => ({ at: place.get(at)!, factor }));
		const { counts } = this.index;
		const most = unknowns.reduce((sum, at) => sum + counts[at]!, ROOM_ABOVE);
		return {
			unknowns,
			program: {
				lower: unknowns.map((at) => this.#least[at]!),
				upper: unknowns.map(() => most),
				rows: rows.map((row) => ({ ...this.#rows[row]!, terms: renumber(this.#rows[row]!.terms) })),
				objective: renumber(free),
				sense
			}
		};
	}

	#connectedWith(first: readonly number[]): { unknowns: number[]; rows: number[] } {
		const unknowns = new Set(first);
		const rows = new Set<number>();
		for (const at of unknowns) {
			for (const row of this.#rowsOf[at]!) {
				if (rows.has(row)) continue;
				rows.add(row);
				for (const term of this.#rows[row]!.terms) unknowns.add(term.at);
			}
		}
		const ordered = (set: ReadonlySet<number>) => [...set].sort((a, b) => a - b);
		return { unknowns: ordered(unknowns), rows: ordered(rows) };
	}
}
