import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPoint, polygonAreaM2, type Ring } from './boundary.ts';

function cell(west: number, south: number, east: number, north: number): Ring {
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
}

/** Area between parallels and meridians, by summing strips of the ellipsoid: a second way to it. */
function stripArea(south: number, north: number, width: number): number {
	const [a, f] = [6_378_137, 1 / 298.257223563];
	const e2 = f * (2 - f);
	const steps = 20_000;
	const step = (((north - south) / steps) * Math.PI) / 180;
	let sum = 0;
	for (let at = 0; at < steps; at++) {
		const latitude = (south * Math.PI) / 180 + (at + 0.5) * step;
		const w = 1 - e2 * Math.sin(latitude) ** 2;
		sum += ((a * a * (1 - e2) * Math.cos(latitude)) / w ** 2) * step;
	}
	return (sum * width * Math.PI) / 180;
}

describe('polygonAreaM2', () => {
	it('agrees with the geodesic area of one degree by one at the equator', () => {
		const area = polygonAreaM2([cell(0, 0, 1, 1)]);
		expect(area / 12_308_778_361.469).toBeCloseTo(1, 4);
	});

	it.each([
		[21, 22],
		[21.386, 21.387],
		[-60, -59]
	])('agrees with the area of the ellipsoid between %f and %f degrees', (south, north) => {
		const area = polygonAreaM2([cell(103, south, 104, north)]);
		expect(area / stripArea(south, north, 1)).toBeCloseTo(1, 7);
	});

	it('is that of the whole ellipsoid for all of it', () => {
		expect(polygonAreaM2([cell(-180, -90, 180, 90)]) / 510_065_621_724_089).toBeCloseTo(1, 9);
	});

	it('takes holes away, and does not mind which way rings run', () => {
		const outer = cell(103, 21, 104, 22);
		const hole = cell(103.2, 21.2, 103.4, 21.4);
		const expected = polygonAreaM2([outer]) - polygonAreaM2([hole]);
		expect(polygonAreaM2([outer, hole])).toBeCloseTo(expected, 3);
		expect(polygonAreaM2([[...outer].reverse(), hole])).toBeCloseTo(expected, 3);
		expect(polygonAreaM2([outer, [...hole].reverse()])).toBeCloseTo(expected, 3);
	});
});

/** Whether a point is inside a polygon with holes: a ray to the east crosses its rings an odd number of times. */
function isInside([x, y]: [number, number], rings: Ring[]): boolean {
	let inside = false;
	for (const ring of rings) {
		for (let at = 1; at < ring.length; at++) {
			const [[x1, y1], [x2, y2]] = [ring[at - 1]!, ring[at]!];
			if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
		}
	}
	return inside;
}

/** A star around a point: each ray ends at its own distance. */
function star([x, y]: [number, number], radii: readonly number[], scale: number): Ring {
	const points = radii.map((radius, at): [number, number] => {
		const angle = (2 * Math.PI * at) / radii.length;
		return [x + Math.cos(angle) * radius * scale, y + Math.sin(angle) * radius * scale];
	});
	return [...points, points[0]!];
}

const centre = fc.tuple(
	fc.double({ min: 102, max: 104, noNaN: true }),
	fc.double({ min: 20.5, max: 22.5, noNaN: true })
);
const radii = fc.array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), {
	minLength: 5,
	maxLength: 40
});

describe('labelPoint', () => {
	it('stands inside a star', () => {
		fc.assert(
			fc.property(centre, radii, (middle, lengths) => {
				const rings = [star(middle, lengths, 1)];
				expect(isInside(labelPoint([rings]), rings)).toBe(true);
			})
		);
	});

	it('stands beside a hole in the middle, and in the largest part', () => {
		fc.assert(
			fc.property(centre, radii, (middle, lengths) => {
				const rings = [star(middle, lengths, 1), star(middle, lengths, 0.6)];
				const island = [star([middle[0] + 1, middle[1]], lengths, 0.3)];
				expect(isInside(labelPoint([island, rings]), rings)).toBe(true);
			})
		);
	});
});
