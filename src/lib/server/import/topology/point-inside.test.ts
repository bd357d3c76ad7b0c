import { describe, expect, it } from 'vitest';
import type { Ring } from '#lib/domain/boundary.ts';
import { pointInside } from './point-inside.ts';

const square = (west: number, south: number, side: number): Ring => [
	[west, south],
	[west, south + side],
	[west + side, south + side],
	[west + side, south],
	[west, south]
];

describe('a point inside', () => {
	it('is the middle of a square', () => {
		expect(pointInside([square(103, 21, 2)])).toEqual([104, 22]);
	});

	it('lies in the wider part beside a hole', () => {
		const [x, y] = pointInside([square(0, 0, 10), square(1, 3, 4)]);
		expect([x, y > 3 && y < 7]).toEqual([7.5, true]);
	});

	it('lies between corners, also where one is on the middle parallel', () => {
		const arrow: Ring = [
			[0, 0],
			[4, 1],
			[0, 2],
			[1, 1],
			[0, 0]
		];
		const [x, y] = pointInside([arrow]);
		expect(y).toBe(1.5);
		// Between both edges there: from 0.5 to 2.
		expect(x).toBe(1.25);
	});

	it('lies within a sliver of a tenth of a millimetre', () => {
		const [x, y] = pointInside([
			[
				[103, 21],
				[103.1, 21.000_000_001],
				[103.2, 21],
				[103, 21]
			]
		]);
		expect(x).toBeCloseTo(103.1, 9);
		expect(y > 21 && y < 21.000_000_001).toBe(true);
	});
});
