import { describe, expect, it } from 'vitest';
import { tailChance } from '../evidence/tail-chance.ts';
import { watchPower } from './power.ts';

const windows = (before: number, noise: number) => ({ now: 0, before, ratio: 0.5, noise });

describe('what a watch could notice', () => {
	it.each([
		[20, 0.0861, 0.12389, 30, 0.105869, 1, 0.070284],
		[100, 0.0861, 0.12389, 122, 0.227247, 17, 0.204307],
		[5, 0.0861, 0.12389, 12, 0.018782, undefined, 0],
		[20, 0.02, 0.029704, 24, 0.243753, undefined, undefined]
	])('with %d cases in two years, v = %d', (before, v, noise, high, doubling, low, halving) => {
		const power = watchPower(windows(before, noise), v);
		expect(power.high).toBe(high);
		expect(power.doubling).toBeCloseTo(doubling, 6);
		if (halving === undefined) return;
		expect(power.low).toBe(low);
		expect(power.halving).toBeCloseTo(halving, 6);
	});

	it('has the published tail at its limit', () => {
		expect(tailChance({ ...windows(20, 0.12389), now: 30 }).upper).toBeCloseTo(0.009801, 6);
	});
});
