/** Longitude and latitude. */
export type Position = readonly [number, number];

const KM_A_DEGREE = 111.2;

/** Kilometres between two places a few hundred kilometres apart, to a few percent. */
export function roughKm([lon, lat]: Position, [otherLon, otherLat]: Position): number {
	const shrink = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
	return Math.hypot((lon - otherLon) * shrink, lat - otherLat) * KM_A_DEGREE;
}

/** Kilometres of so many degrees, in whatever direction. */
export function degreesToKm(degrees: number): number {
	return degrees * KM_A_DEGREE;
}

/** Radius of a circle of an area, in km. */
export function radiusKm(areaKm2: number): number {
	return Math.sqrt(areaKm2 / Math.PI);
}

/** Mean of places; undefined of none. */
export function middleOf(places: readonly Position[]): Position | undefined {
	if (places.length === 0) return undefined;
	const sum = (at: 0 | 1) => places.reduce((total, place) => total + place[at], 0);
	return [sum(0) / places.length, sum(1) / places.length];
}

/** Middle of the box around places; undefined of none. */
export function boxMiddleOf(places: readonly Position[]): Position | undefined {
	if (places.length === 0) return undefined;
	const middle = (at: 0 | 1) => {
		const values = places.map((place) => place[at]);
		return (Math.min(...values) + Math.max(...values)) / 2;
	};
	return [middle(0), middle(1)];
}

/** Where a unit is and where it should be. */
export interface Displacement {
	is: Position;
	expected: Position;
}

/**
 * Whether units are off in the same direction, as by a wrong reference system, and not each in its own, as by
 * mixed-up codes: their mean shift is at least half of the mean distance.
 */
export function isCommonShift(displacements: readonly Displacement[]): boolean {
	const middle = middleOf(displacements.map(({ is }) => is));
	const expected = middleOf(displacements.map(({ expected }) => expected));
	if (!middle || !expected) return false;
	const mean =
		displacements.reduce((total, each) => total + roughKm(each.is, each.expected), 0) /
		displacements.length;
	return roughKm(middle, expected) >= mean / 2;
}
