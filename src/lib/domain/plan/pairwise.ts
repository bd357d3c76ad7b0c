/** Mean consistency index of random comparisons, for 1 to 10 criteria (Saaty 1980). */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;

/** Above it, comparisons contradict each other too much to weigh by (Saaty 1980). */
export const MAX_RATIO = 0.1;

export interface PairwiseWeights {
	/** Σ 1, in the order of the criteria. */
	weights: number[];
	/** Consistency ratio: 0 where all comparisons agree. */
	ratio: number;
}

const STEPS = 200;

/**
 * Weights from comparing criteria two at a time (analytic hierarchy process): the principal eigenvector of
 * the matrix of comparisons, by power iteration.
 *
 * @param preferred how many times as important the first criterion of a pair is as the second: `preferred(i, j)`
 *   for i < j, positive
 * @param count of criteria, 1 to 10
 * @throws RangeError for more criteria than the random index is known for
 */
export function pairwiseWeights(
	count: number,
	preferred: (first: number, second: number) => number
): PairwiseWeights {
	if (count < 1 || count > RANDOM_INDEX.length) throw new RangeError(`${count} criteria`);
	const entry = (i: number, j: number) =>
		i === j ? 1 : i < j ? preferred(i, j) : 1 / preferred(j, i);
	const all = Array.from({ length: count }, (_, at) => at);
	let weights = all.map(() => 1 / count);
	let largest: number = count;
	for (let step = 0; step < STEPS; step++) {
		const product = all.map((i) => all.reduce((sum, j) => sum + entry(i, j) * weights[j]!, 0));
		largest = product.reduce((sum, value) => sum + value, 0);
		weights = product.map((value) => value / largest);
	}
	const index = count > 1 ? Math.max(0, largest - count) / (count - 1) : 0;
	const random = RANDOM_INDEX[count - 1]!;
	return { weights, ratio: random === 0 ? 0 : index / random };
}
