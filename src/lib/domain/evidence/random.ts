/** Numbers evenly between 0 and 1 that are the same for the same seed. */
export type Random = () => number;

/**
 * A small generator (mulberry32, T. Ettinger 2017): good enough to shuffle and simulate, and every number
 * on the screen can be computed again.
 */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Puts a list in a random order, in place (Fisher–Yates). */
export function shuffle(list: Int32Array | Float64Array, random: Random): void {
	for (let last = list.length - 1; last > 0; last--) {
		const at = Math.floor(random() * (last + 1));
		[list[last], list[at]] = [list[at]!, list[last]!];
	}
}

/** A Poisson count by multiplying uniforms (Knuth), in steps for large means. */
export function randomPoisson(mean: number, random: Random): number {
	let count = 0;
	let rest = mean;
	while (rest > 0) {
		const step = Math.min(rest, 500);
		rest -= step;
		const limit = Math.exp(-step);
		for (let product = random(); product > limit; product *= random()) count++;
	}
	return count;
}
