import { describe, expect, it } from 'vitest';
import type { LonLat } from './arc-curve.ts';
import { attachArcs, holdsFigure, movedBubbles, type SpreadBubble } from './spread-scene.ts';

const bubble = (unitId: number, place: LonLat, position: LonLat = place): SpreadBubble => ({
	unitId,
	place,
	position,
	count: 1,
	radiusPx: 8.2
});
const bubbles = [bubble(1, [102, 21], [102.1, 21]), bubble(2, [103, 22])];
const arc = (from: LonLat, to: LonLat) => ({ key: 'a', from, to, strong: false });

describe('a scene of models', () => {
	it('leads arcs from and to where bubbles stand', () => {
		const arcs = [arc([103, 22], [102, 21]), arc([104, 21], [102.1, 21])];
		expect(attachArcs({ mode: 'bubbles', bubbles, arcs })).toMatchObject([
			{ from: [103, 22], to: [102.1, 21], rimPx: 8.2 },
			{ from: [104, 21], to: [102.1, 21], rimPx: 8.2 }
		]);
		expect(attachArcs({ mode: 'columns', bubbles, arcs })[1]).toMatchObject({
			to: [102, 21],
			rimPx: 0
		});
	});

	it('leaves out an arc without length', () => {
		const arcs = [arc([102, 21], [102.1, 21])];
		expect(attachArcs({ mode: 'bubbles', bubbles, arcs })).toEqual([]);
	});

	it('has lines to bubbles that were pushed by more than their radius', () => {
		expect(movedBubbles(bubbles, 8).map(({ unitId }) => unitId)).toEqual([1]);
		expect(movedBubbles(bubbles, 3)).toEqual([]);
	});

	it('has figures where there is room', () => {
		const place: LonLat = [0, 0];
		expect(holdsFigure(bubble(1, place), 1)).toBe(true);
		expect(holdsFigure({ ...bubble(1, place), radiusPx: 4.2 }, 1)).toBe(false);
		expect(holdsFigure({ ...bubble(1, place), count: 2, radiusPx: 5.94 }, 1)).toBe(true);
	});
});
