import booleanPointInPolygon from '@turf/boolean-point-in-polygon';

export type Point = [number, number];

/** Shorter strokes are clicks. */
const MIN_POINTS = 3;

/**
 * Which places a stroke encloses.
 *
 * @example enclosed([[0, 0], [10, 0], [10, 10], [0, 10]], [{ id: 1, x: 5, y: 5 }]) // [1]
 */
export function enclosed(
	stroke: readonly Point[],
	places: readonly { id: number; x: number; y: number }[]
): number[] {
	const [first] = stroke;
	if (!first || stroke.length < MIN_POINTS) return [];
	const ring = [...stroke, first];
	return places
		.filter(({ x, y }) => booleanPointInPolygon([x, y], { type: 'Polygon', coordinates: [ring] }))
		.map(({ id }) => id);
}
