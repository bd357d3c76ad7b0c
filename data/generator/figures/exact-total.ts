import { at } from '../at.ts';
import type { Random } from '../seeded-random.ts';

/** Position picked with a probability in proportion to the weights; −1 when all are zero. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (total <= 0) return -1;
	let rest = random() * total;
	for (let i = 0; i < weights.length; i++) {
		rest -= at(weights, i);
		if (rest < 0) return i;
	}
	return weights.length - 1;
}

/**
 * Steps single counts up or down until they add up to `total`. Increases go where `weights` says,
 * decreases where most can be taken without going under `floors`.
 */
export function reachTotal(
	random: Random,
	counts: readonly number[],
	total: number,
	weights: readonly number[],
	floors: readonly number[]
): number[] {
	const exact = [...counts];
	let missing = total - exact.reduce((sum, count) => sum + count, 0);
	while (missing !== 0) {
		const step = Math.sign(missing);
		const i = pickWeighted(
			random,
			step > 0 ? weights : exact.map((count, k) => count - at(floors, k))
		);
		if (i < 0) throw new Error(`Cannot reach a total of ${total}`);
		exact[i] = at(exact, i) + step;
		missing -= step;
	}
	return exact;
}

/** A whole total shared out at random in proportion to the weights. */
export function shareOut(random: Random, total: number, weights: readonly number[]): number[] {
	const none = weights.map(() => 0);
	return reachTotal(random, none, total, weights, none);
}
