import { describe, expect, it } from 'vitest';
import { barLength, fitMap, thinRing, usualScale } from './fit-map.ts';

const BOX = { x: 20, y: 30, width: 160, height: 200 };

describe('a map on its sheet', () => {
	it.each([
		['wide', [0, 0, 90_000, 20_000]],
		['tall', [10_000, 5_000, 30_000, 105_000]]
	] as const)('is in the middle of its box and inside of it, when it is %s', (_, extent) => {
		const [west, south, east, north] = extent;
		const { place, denominator } = fitMap({ extent: [west, south, east, north] }, BOX);
		const [left, top] = place([west, north]);
		const [right, bottom] = place([east, south]);
		expect((left + right) / 2).toBeCloseTo(BOX.x + BOX.width / 2, 9);
		expect((top + bottom) / 2).toBeCloseTo(BOX.y + BOX.height / 2, 9);
		expect(right - left).toBeCloseTo(((east - west) * 1000) / denominator, 9);
		expect(bottom - top).toBeCloseTo(((north - south) * 1000) / denominator, 9);
		expect(left).toBeGreaterThanOrEqual(BOX.x);
		expect(bottom).toBeLessThanOrEqual(BOX.y + BOX.height);
	});

	it('has the largest usual scale that fits', () => {
		expect(usualScale(387_215)).toBe(400_000);
		expect(usualScale(400_000)).toBe(400_000);
		expect(usualScale(400_001)).toBe(500_000);
		expect(usualScale(9_999)).toBe(10_000);
		expect(usualScale(0)).toBe(1);
		expect(fitMap({ extent: [0, 0, 64_000, 1] }, BOX).denominator).toBe(400_000);
	});

	it('has a scale bar of 1, 2 or 5 and zeros, a fourth of its width at most', () => {
		expect(barLength(400_000, 160)).toBe(10);
		expect(barLength(500_000, 160)).toBe(20);
		expect(barLength(1_250_000, 160)).toBe(50);
		expect(barLength(10_000, 160)).toBe(0.2);
	});

	it('leaves out corners that lie closer than the least distance to the last one kept', () => {
		const ring = [
			[0, 0],
			[0.4, 0],
			[0.8, 0],
			[1, 0],
			[1.9, 0]
		] as const;
		expect(thinRing(ring, 1)).toEqual([
			[0, 0],
			[1, 0]
		]);
	});
});
