import { describe, expect, it } from 'vitest';
import { ArcGrowth, GROW_MS } from './arc-growth.ts';

describe('how arcs grow', () => {
	it('is once, from when each appears', () => {
		const growth = new ArcGrowth();
		growth.show(['a'], 1000, false);
		expect(growth.shareOf('a', 1000)).toBe(0);
		expect(growth.isGrowing(1000)).toBe(true);
		growth.show(['a', 'b'], 1000 + GROW_MS, false);
		expect(growth.shareOf('a', 1000 + GROW_MS)).toBe(1);
		expect(growth.shareOf('b', 1000 + GROW_MS)).toBe(0);
		expect(growth.isGrowing(1000 + 2 * GROW_MS)).toBe(false);
	});

	it('begins anew for one that was gone', () => {
		const growth = new ArcGrowth();
		growth.show(['a'], 0, false);
		growth.show([], 5000, false);
		growth.show(['a'], 6000, false);
		expect(growth.shareOf('a', 6000)).toBe(0);
	});

	it('is none under reduced motion', () => {
		const growth = new ArcGrowth();
		growth.show(['a'], 0, true);
		expect(growth.shareOf('a', 0)).toBe(1);
		expect(growth.isGrowing(0)).toBe(false);
	});
});
