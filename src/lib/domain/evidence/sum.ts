/**
 * Sum from the smallest value on: floating point sums depend on their order, and no figure may depend on the order of
 * communes.
 *
 * @example sumSorted([0.3, 0.1, 0.2]) === sumSorted([0.2, 0.3, 0.1]) // true
 */
export function sumSorted(values: ArrayLike<number>): number {
	let sum = 0;
	for (const value of new Float64Array(values).sort()) sum += value;
	return sum;
}
