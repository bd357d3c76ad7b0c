import type { ChoiceProblem, Row } from './choice.ts';
import { rowsOf } from './choose.ts';

/** One commune of a choice given for one outside of it. */
export interface Swap {
	out: number;
	in: number;
	/** Score that the choice loses; 0 where both have the same. */
	loss: number;
}

/** Scores as near as this, of 1, are as good as each other: a point of a hundred. */
export const NEAR = 0.01;
/** Scores nearer than this are equal. */
const EQUAL = 1e-9;
/** Costs may have decimals that add up with a rest. */
const REST = 1e-6;

/** Whether a swap loses nothing. */
export function isTie({ loss }: Swap): boolean {
	return loss <= EQUAL;
}

/**
 * The swaps of one for one that keep to all demands and lose the least, in that order.
 *
 * @param chosen of the best choice
 * @param most how many at most
 */
export function nearestSwaps(problem: ChoiceProblem, chosen: readonly number[], most = 5): Swap[] {
	const inside = new Set(chosen);
	const ins = problem.units.filter(({ unitId }) => !inside.has(unitId));
	const outs = problem.units.filter(({ unitId }) => inside.has(unitId));
	const swaps = outs
		.flatMap((leaves) =>
			ins.map((comes): Swap => {
				const loss = leaves.score - comes.score;
				return { out: leaves.unitId, in: comes.unitId, loss: Math.max(0, loss) };
			})
		)
		.sort((a, b) => a.loss - b.loss || a.out - b.out || a.in - b.in);
	const sums = rowsOf(problem, problem.demands).map((row) => new RowSum(row, inside));
	const found: Swap[] = [];
	for (const swap of swaps) {
		if (found.length >= most) break;
		if (sums.every((sum) => sum.holdsAfter(swap))) found.push(swap);
	}
	return found;
}

/** A demand's sum over a choice. */
class RowSum {
	readonly #factors: ReadonlyMap<number, number>;
	readonly #sum: number;

	constructor(
		private readonly row: Row,
		chosen: ReadonlySet<number>
	) {
		this.#factors = new Map(row.terms.map(({ unitId, factor }) => [unitId, factor]));
		this.#sum = row.terms.reduce(
			(sum, { unitId, factor }) => sum + (chosen.has(unitId) ? factor : 0),
			0
		);
	}

	holdsAfter({ out, in: comes }: Swap): boolean {
		const sum = this.#sum - (this.#factors.get(out) ?? 0) + (this.#factors.get(comes) ?? 0);
		const { at, limit } = this.row;
		return at === 'least' ? sum >= limit - REST : sum <= limit + REST;
	}
}
