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

/** A gamma variate with scale 1 (Marsaglia and Tsang 2000). */
export function randomGamma(shape: number, random: Random): number {
	if (shape < 1) return randomGamma(shape + 1, random) * random() ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = randomNormal(random);
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
	}
}

/** A standard normal variate (Box and Muller 1958). */
export function randomNormal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
