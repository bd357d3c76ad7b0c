import type { Random } from '../seeded-random.ts';

/** Standard normal number (Box–Muller). */
function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Gamma number with the given shape (≥ 1) and mean (Marsaglia and Tsang 2000). */
export function gamma(random: Random, shape: number, mean: number): number {
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v))
			return (d * v * mean) / shape;
	}
}

/** Poisson count (Knuth); for the small means of commune figures. */
export function poisson(random: Random, mean: number): number {
	const limit = Math.exp(-mean);
	let product = random();
	let count = 0;
	while (product > limit) {
		product *= random();
		count++;
	}
	return count;
}

export function binomial(random: Random, trials: number, probability: number): number {
	let count = 0;
	for (let i = 0; i < trials; i++) if (random() < probability) count++;
	return count;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
	return low + Math.floor(random() * (high - low + 1));
}

/** The items in random order. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
	return items
		.map((item) => ({ item, key: random() }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}
