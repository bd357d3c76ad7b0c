import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { LonLat } from './lon-lat.ts';
import { measurePath } from './measure-path.ts';
import { circleAround, touchedByRadius, withinRadius } from './within-radius.ts';

/** A degree of a great circle on a sphere of the earth's mean radius, 6,371.0088 km. */
const DEGREE_KM = (Math.PI * 6371.0088) / 180;
const DIEN_BIEN_PHU: LonLat = [103.0163, 21.3861];
const HA_NOI: LonLat = [105.8342, 21.0278];

describe('a measured line', () => {
	it('has no length with one point, and no area with two', () => {
		expect(measurePath([])).toEqual({ lengthKm: 0, areaKm2: undefined });
		expect(measurePath([DIEN_BIEN_PHU])).toEqual({ lengthKm: 0, areaKm2: undefined });
		expect(measurePath([DIEN_BIEN_PHU, HA_NOI]).areaKm2).toBeUndefined();
	});

	it('has a degree of latitude as long as a degree of a great circle', () => {
		expect(
			measurePath([
				[103, 21],
				[103, 22]
			]).lengthKm
		).toBeCloseTo(DEGREE_KM, 3);
	});

	it('is as long as its parts together, from either end', () => {
		const parts: LonLat[] = [
			[103, 21],
			[103.2, 21.4],
			[103.9, 21.1]
		];
		const [one, two, three] = parts as [LonLat, LonLat, LonLat];
		const whole = measurePath(parts).lengthKm;
		expect(whole).toBeCloseTo(
			measurePath([one, two]).lengthKm + measurePath([two, three]).lengthKm,
			9
		);
		expect(measurePath(parts.toReversed()).lengthKm).toBeCloseTo(whole, 9);
	});

	it('encloses the area of a square on the sphere, whichever way round', () => {
		const square: LonLat[] = [
			[103, 21],
			[103.1, 21],
			[103.1, 21.1],
			[103, 21.1]
		];
		// R² · Δλ · (sin φ₂ − sin φ₁)
		const radians = Math.PI / 180;
		const expected =
			6371.0088 ** 2 * 0.1 * radians * (Math.sin(21.1 * radians) - Math.sin(21 * radians));
		const { areaKm2 = 0 } = measurePath(square);
		expect(Math.abs(areaKm2 / expected - 1)).toBeLessThan(0.003);
		expect(measurePath(square.toReversed()).areaKm2).toBeCloseTo(areaKm2, 6);
	});
});

describe('what lies within a radius', () => {
	const places = [
		{ name: 'far', at: HA_NOI },
		{ name: 'near', at: [103.05, 21.39] as const },
		{ name: 'here', at: DIEN_BIEN_PHU },
		{ name: 'unknown', at: undefined }
	];
	const names = (km: number) =>
		withinRadius(places, DIEN_BIEN_PHU, km, ({ at }) => at).map(({ item }) => item.name);

	it('is what is no farther, the nearest first; what has no place is left out', () => {
		expect(names(0)).toEqual(['here']);
		expect(names(10)).toEqual(['here', 'near']);
		expect(names(1000)).toEqual(['here', 'near', 'far']);
	});

	it('is land of the shapes that the circle touches or lies in, not of those whose box alone does', () => {
		const shape = (id: number, ring: number[][]): Feature => ({
			type: 'Feature',
			id,
			properties: {},
			geometry: { type: 'Polygon', coordinates: [ring] }
		});
		const around = shape(1, [
			[102, 20],
			[104, 20],
			[104, 22],
			[102, 22],
			[102, 20]
		]);
		const far = shape(2, [
			[105, 20],
			[106, 20],
			[106, 22],
			[105, 22],
			[105, 20]
		]);
		// Its box reaches over the place, its land does not.
		const hook = shape(3, [
			[102.9, 21.2],
			[103.2, 21.2],
			[103.2, 21.5],
			[103.19, 21.5],
			[103.19, 21.21],
			[102.9, 21.21],
			[102.9, 21.2]
		]);
		const ids = (km: number) =>
			touchedByRadius([around, far, hook], DIEN_BIEN_PHU, km).map(({ id }) => id);
		expect(ids(1)).toEqual([1]);
		expect(ids(20)).toEqual([1, 3]);
		expect(ids(300)).toEqual([1, 2, 3]);
	});

	it('is enclosed by a circle whose corners are all as far', () => {
		const ring = circleAround(DIEN_BIEN_PHU, 25);
		expect(ring[0]).toEqual(ring.at(-1));
		for (const corner of ring) {
			expect(measurePath([DIEN_BIEN_PHU, corner]).lengthKm).toBeCloseTo(25, 6);
		}
	});
});
