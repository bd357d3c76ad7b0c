import { describe, expect, it } from 'vitest';
import {
	bendArcs,
	headOf,
	metresAPixel,
	pixelsBetween,
	toWorld,
	type ArcHead,
	type LonLat
} from './arc-curve.ts';

const ZOOM = 8;
const A: LonLat = [102.6, 21.4];
const B: LonLat = [103.2, 21.4];

describe('the bend of arcs', () => {
	it('goes up on the map, to the east and to the west', () => {
		expect(bendArcs([{ from: A, to: B }])[0]?.tilt).toBe(60);
		expect(bendArcs([{ from: B, to: A }])[0]?.tilt).toBe(-60);
	});

	it('differs between the same two places', () => {
		const arcs = [
			{ from: A, to: B },
			{ from: A, to: B },
			{ from: B, to: A }
		];
		// Up, down, and half as far up: to the west, that is to the right.
		expect(bendArcs(arcs).map(({ tilt }) => tilt)).toEqual([60, -60, -30]);
	});
});

describe('the head of an arc', () => {
	const options = { zoom: ZOOM, rimPx: 12, lengthPx: 6 };
	const head = (from: LonLat, to: LonLat, tilt: number): ArcHead =>
		headOf({ from, to, tilt }, options) ?? expect.fail();

	it('touches the rim of the bubble at its end, and is as long as asked for', () => {
		const [tip, left, right] = head(A, B, 60);
		expect(pixelsBetween(tip, B, ZOOM)).toBeGreaterThanOrEqual(12);
		expect(pixelsBetween(tip, B, ZOOM)).toBeLessThan(13);
		const behind: LonLat = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
		expect(pixelsBetween(tip, behind, ZOOM)).toBeCloseTo(6, 1);
		expect(pixelsBetween(left, right, ZOOM)).toBeCloseTo(5, 0);
	});

	it('comes from above where the arc bends up, from below where it bends down', () => {
		for (const [tilt, sign] of [
			[60, 1],
			[-60, -1]
		] as const) {
			const [tip, left, right] = head(A, B, tilt);
			const [, tipY] = toWorld(tip, ZOOM);
			const behindY = (toWorld(left, ZOOM)[1] + toWorld(right, ZOOM)[1]) / 2;
			expect(Math.sign(tipY - toWorld(B, ZOOM)[1])).toBe(sign);
			expect(Math.sign(behindY - tipY)).toBe(sign);
		}
	});

	it('is left out of an arc within the bubble', () => {
		const near: LonLat = [102.605, 21.4];
		expect(headOf({ from: A, to: near, tilt: 60 }, options)).toBeUndefined();
	});
});

describe('the ground below a pixel', () => {
	it('is as MapLibre scales it', () => {
		expect(metresAPixel(0, 0)).toBeCloseTo(78271.5, 1);
		const east: LonLat = [A[0] + 0.1, A[1]];
		const metres = pixelsBetween(A, east, ZOOM) * metresAPixel(A[1], ZOOM);
		expect(metres).toBeCloseTo(11131.9 * Math.cos((A[1] * Math.PI) / 180), 0);
	});
});
