import type { SolveCounts } from './count-program.ts';
import { isWhole, sumOf, type CountIndex, type IndexedCell } from './count-index.ts';
import type { Outsider } from './outsider.ts';
import { MIN_GAP } from './small-count.ts';

/**
 * How much an outsider can tell of hidden counts. Every answer of the solver is kept: counts that fit what is
 * known say something of all cells, so that most of them need no program of their own.
 */
export class Bounds {
	/** Programs that were solved so far. */
	solved = 0;
	/** Counts that fit; the true ones always do. */
	#fitting: ArrayLike<number>[];

	constructor(
		readonly index: CountIndex,
		readonly solve: SolveCounts
	) {
		this.#fitting = [index.counts];
	}

	/** Bounds where one cell more is shown: only counts that give it its own still fit. */
	whereShown({ terms, count }: IndexedCell): Bounds {
		const shown = new Bounds(this.index, (program) => {
			this.solved++;
			return this.solve(program);
		});
		shown.#fitting = this.#fitting.filter((counts) => printed(terms, counts) === count);
		return shown;
	}

	/** Whether a small count cannot be told to within fewer than `MIN_GAP` from what an outsider knows. */
	isSafe(cell: IndexedCell, outsider: Outsider): boolean {
		if (this.#gapSeen(cell) >= MIN_GAP) return true;
		if (outsider.twinRoom(cell) >= MIN_GAP) return true;
		for (const sense of ['largest', 'smallest'] as const) {
			const asked = outsider.programOf(cell, sense);
			if (!asked) return true;
			this.solved++;
			const answer = this.solve(asked.program);
			if (!answer) continue;
			const counts = Float64Array.from(this.index.counts);
			asked.unknowns.forEach((at, place) => (counts[at] = answer.counts[place]!));
			this.#fitting.push(counts);
			if (this.#gapSeen(cell) >= MIN_GAP) return true;
		}
		return false;
	}

	#gapSeen({ terms }: IndexedCell): number {
		let [least, most] = [Infinity, -Infinity];
		for (const counts of this.#fitting) {
			const count = printed(terms, counts);
			least = Math.min(least, count);
			most = Math.max(most, count);
		}
		return most - least;
	}
}

function printed(terms: IndexedCell['terms'], counts: ArrayLike<number>): number {
	const sum = sumOf(terms, counts);
	return isWhole(terms) ? sum : Math.round(sum);
}
