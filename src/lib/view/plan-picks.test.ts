import { describe, expect, it } from 'vitest';
import { PICK_RADIUS, placePicks, type Pick } from './plan-picks.ts';

const BOX = { width: 300, height: 400 };
const pick = (id: number, x: number, y: number, name = 'Mường Thanh'): Pick => ({
	id,
	number: String(id),
	name,
	x,
	y
});

describe('the circles of a plan’s map', () => {
	it('stands on its commune where there is room', () => {
		expect(placePicks([pick(1, 60, 60)], BOX)[0]).toMatchObject({
			cx: 60,
			cy: 60,
			side: 'right',
			moved: false
		});
	});
	it('has its name at the left where the map ends at the right', () => {
		expect(placePicks([pick(1, 280, 60)], BOX)[0]).toMatchObject({ cx: 280, side: 'left' });
	});
	it('moves away from others, never over one, and stays in the map', () => {
		const crowd = Array.from({ length: 8 }, (_, at) => pick(at, 200 + at, 200 + 2 * at));
		const placed = placePicks(crowd, BOX);
		expect(placed.filter(({ moved }) => !moved)).toHaveLength(1);
		for (const [at, { cx, cy }] of placed.entries()) {
			expect(cx).toBeGreaterThan(PICK_RADIUS);
			expect(cx).toBeLessThan(BOX.width - PICK_RADIUS);
			for (const other of placed.slice(at + 1)) {
				const apart = Math.max(Math.abs(cx - other.cx), Math.abs(cy - other.cy));
				expect(apart).toBeGreaterThanOrEqual(2 * PICK_RADIUS);
			}
		}
	});
});
