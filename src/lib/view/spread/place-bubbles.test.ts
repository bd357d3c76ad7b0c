import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from './near-grid.ts';
import { bubbleRadius, FREE_PX, placeBubbles, type BubblePlace } from './place-bubbles.ts';

const ONE = { ofOneType: true, scale: 1 };
const ALL = { ofOneType: false, scale: 1 };
const place = (unitId: number, x: number, y: number, count = 1): BubblePlace => ({
	unitId,
	x,
	y,
	count
});

/** The smallest gap between any two. */
function smallestGap(bubbles: readonly { x: number; y: number; radiusPx: number }[]): number {
	const gaps = bubbles.flatMap((a, at) =>
		bubbles.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.radiusPx - b.radiusPx)
	);
	return Math.min(Infinity, ...gaps);
}

describe('the size of bubbles', () => {
	it('has an area that grows with the number', () => {
		expect(bubbleRadius(1, ONE)).toBeCloseTo(8.2);
		expect(bubbleRadius(4, ONE)).toBeCloseTo(16.4);
		expect(bubbleRadius(9, ALL)).toBeCloseTo(12.6);
		expect(bubbleRadius(9, { ...ALL, scale: 1.5 })).toBeCloseTo(18.9);
	});
});

describe('where bubbles stand', () => {
	it('is their place, unless they touch', () => {
		const far = [place(1, 0, 0), place(2, 18, 0), place(3, 50, 50, 0)];
		expect(placeBubbles(far, ONE)).toEqual([
			{ ...place(1, 0, 0), radiusPx: 8.2, line: false },
			{ ...place(2, 18, 0), radiusPx: 8.2, line: false }
		]);
		expect(placeBubbles([], ONE)).toEqual([]);
	});

	it('parts two at one place, the smaller one further, with a line from where it belongs', () => {
		const [large, small] = placeBubbles([place(1, 100, 100, 9), place(2, 100, 100)], ONE);
		expect(large?.line).toBe(false);
		expect(small?.line).toBe(true);
		expect(Math.abs((small?.x ?? 0) - 100)).toBeGreaterThan(Math.abs((large?.x ?? 0) - 100));
	});

	it('leaves a gap between any two, however near their places are', () => {
		const any = fc.array(
			fc.record({
				x: fc.double({ min: 0, max: 400, noNaN: true }),
				y: fc.double({ min: 0, max: 480, noNaN: true }),
				count: fc.integer({ min: 0, max: 20 })
			}),
			{ maxLength: 45 }
		);
		fc.assert(
			fc.property(any, fc.boolean(), (list, ofOneType) => {
				const places = list.map((fields, unitId) => ({ unitId, ...fields }));
				const bubbles = placeBubbles(places, { ofOneType, scale: 1.2 });
				expect(bubbles).toHaveLength(places.filter(({ count }) => count > 0).length);
				expect(smallestGap(bubbles)).toBeGreaterThanOrEqual(FREE_PX - 1e-6);
			}),
			{ numRuns: 60 }
		);
	});

	it('is the same each time, and soon found for all of Vietnam', () => {
		const many = Array.from({ length: 3321 }, (_, at) =>
			place(at, (at * 37) % 900, (at * 53) % 1500, 1 + (at % 2))
		);
		const start = performance.now();
		const bubbles = placeBubbles(many, ALL);
		expect(performance.now() - start).toBeLessThan(5000);
		expect(placeBubbles(many, ALL)).toEqual(bubbles);
	});
});

describe('a grid of things', () => {
	it('meets every two within reach once', () => {
		const things = Array.from({ length: 60 }, (_, id) => ({
			id,
			x: ((id * 37) % 100) - 50,
			y: ((id * 71) % 100) - 50
		}));
		const near = (a: { x: number; y: number }, b: { x: number; y: number }) =>
			Math.hypot(a.x - b.x, a.y - b.y) <= 20;
		const expected = things.flatMap((a, at) =>
			things.slice(at + 1).flatMap((b) => (near(a, b) ? [`${a.id} ${b.id}`] : []))
		);
		const met = [...gridOf(things, 20).pairs()]
			.filter(([a, b]) => near(a, b))
			.map(([a, b]) => (a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`));
		expect(met.toSorted()).toEqual(expected.toSorted());
	});
});
