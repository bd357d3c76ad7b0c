import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFell, changeMoments, estimateChange, type TwoWindows } from './change-model.ts';
import { tailChance } from './tail-chance.ts';

/** Values by R's `integrate`, to six digits: k₀, k₁, r, ω² | P(fell), ratio, 5 %, 95 % | lower, upper. */
const VALUES = [
	[20, 6, 1, 0.02, 0.977986, 0.517507, 0.29738, 0.887241, 0.007139, 0.997842],
	[9, 0, 1, 0.02, 0.960485, 0.487039, 0.244334, 0.955669, 0.002319, 1],
	[15, 3, 1, 0.08, 0.952906, 0.531091, 0.281637, 0.989227, 0.010307, 0.997438],
	[70, 35, 1, 0.02, 0.994265, 0.572151, 0.395597, 0.823548, 0.003259, 0.998046],
	[20, 10, 1, 0.0025, 0.92905, 0.6436, 0.38877, 1.053959, 0.050939, 0.977647],
	[8, 5, 1, 0.18, 0.652708, 0.851741, 0.433927, 1.66738, 0.33078, 0.811571],
	[21, 14, 0.4, 0.1, 0.220359, 1.304493, 0.738774, 2.293031, 0.889035, 0.167889],
	[24, 4, 1 / 3, 0.113531, 0.778219, 0.746588, 0.393907, 1.392917, 0.183834, 0.905976]
] as const;

describe.each(VALUES)('%d → %d cases, r %d, noise %d', (before, now, ratio, noise, ...expected) => {
	const windows = { now, before, ratio, noise };
	it('has the change and the tails that R finds', () => {
		const change = estimateChange(windows);
		const tail = tailChance(windows);
		[chanceFell(windows), change.ratio, change.low, change.high, tail.lower, tail.upper].forEach(
			(value, at) => expect(Math.abs(value - expected[at]!)).toBeLessThan(6e-7)
		);
	});
});

const count = fc.integer({ min: 0, max: 300 });
const anyWindows: fc.Arbitrary<TwoWindows> = fc.record({
	now: count,
	before: count,
	ratio: fc.double({ min: 0.1, max: 10, noNaN: true }),
	noise: fc.double({ min: 0.0025, max: 1, noNaN: true })
});

describe('the change between two windows', () => {
	it('of nothing is what may be said beforehand', () => {
		const none = { now: 0, before: 0, ratio: 1, noise: 0.255229 };
		expect(chanceFell(none)).toBeCloseTo(0.5, 12);
		const { ratio, low, high } = estimateChange(none);
		expect([ratio, low, high].map((value) => value.toFixed(6))).toEqual([
			'1.000000',
			'0.439364',
			'2.276017'
		]);
	});

	it('mirrored swaps falling and rising', () => {
		fc.assert(
			fc.property(anyWindows, (windows) => {
				const mirror = {
					now: windows.before,
					before: windows.now,
					ratio: 1 / windows.ratio,
					noise: windows.noise
				};
				expect(chanceFell(windows) + chanceFell(mirror)).toBeCloseTo(1, 9);
				expect(tailChance(windows).lower).toBeCloseTo(tailChance(mirror).upper, 9);
			})
		);
	});

	it('is less likely a fall with every case more', () => {
		fc.assert(
			fc.property(anyWindows, (windows) => {
				const more = { ...windows, now: windows.now + 1 };
				expect(chanceFell(more)).toBeLessThan(chanceFell(windows) + 1e-12);
			})
		);
	});

	it('is called a fall exactly when the upper end of its interval is below one', () => {
		fc.assert(
			fc.property(anyWindows, (windows) => {
				const chance = chanceFell(windows);
				fc.pre(Math.abs(chance - 0.95) > 1e-9);
				expect(estimateChange(windows).high < 1).toBe(chance > 0.95);
			})
		);
	});

	it('needs no finer steps, nor a whole number of cases', () => {
		const windows = { now: 600.5, before: 601.25, ratio: 1.02, noise: 0.02 };
		const { ratio, low, high } = estimateChange(windows);
		expect(low).toBeLessThan(ratio);
		expect(high).toBeGreaterThan(ratio);
		const { mean, deviation } = changeMoments(windows);
		expect(Math.exp(mean)).toBeCloseTo(ratio, 3);
		expect(Math.exp(mean - 1.644854 * deviation)).toBeCloseTo(low, 3);
	});

	it('has tails that overlap in the count itself only', () => {
		fc.assert(
			fc.property(anyWindows, (windows) => {
				const { lower, upper } = tailChance(windows);
				expect(lower + upper).toBeGreaterThanOrEqual(1 - 1e-9);
				expect(Math.max(lower, upper)).toBeLessThanOrEqual(1 + 1e-9);
			})
		);
	});
});
