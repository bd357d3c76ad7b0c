import { describe, expect, it } from 'vitest';
import { isJump } from './jump.ts';

describe('a month against the months before', () => {
	it('is a jump when a figure was typed twice or slipped a row', () => {
		expect(isJump([3, 2, 4, 3, 2, 5, 3, 4, 2, 3, 3, 4], 33)).toBe(true);
		expect(isJump([3, 2, 4, 3, 2, 5, 3, 4], 300)).toBe(true);
		expect(isJump([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 12)).toBe(true);
		expect(isJump([120, 130, 110, 125, 118, 122, 127, 119], 0)).toBe(true);
	});

	it('is none within what chance explains', () => {
		expect(isJump([3, 2, 4, 3, 2, 5, 3, 4, 2, 3, 3, 4], 9)).toBe(false);
		expect(isJump([3, 2, 4, 3, 2, 5, 3, 4, 2, 3, 3, 4], 0)).toBe(false);
		expect(isJump([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 4)).toBe(false);
	});

	it('is none where the months before vary as much', () => {
		expect(isJump([10, 300, 40, 220, 5, 180, 90, 260], 500)).toBe(false);
	});

	it('is not judged by too few months', () => {
		expect(isJump([3, 2, 4, 3, 2], 300)).toBe(false);
	});

	it('is hardly ever found in Poisson counts', () => {
		let found = 0;
		const random = seeded(7);
		for (let run = 0; run < 20_000; run++) {
			const mean = 0.2 + 6 * random();
			const counts = Array.from({ length: 13 }, () => poisson(mean, random));
			if (isJump(counts.slice(0, 12), counts[12]!)) found++;
		}
		expect(found).toBe(0);
	});
});

/** Mulberry32: the same numbers each time. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

function poisson(mean: number, random: () => number): number {
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random(); product > limit; product *= random()) count++;
	return count;
}
