import { polygonContains } from 'd3-polygon';

export type Point = [number, number];

/** Shorter strokes are clicks. */
const LEAST_POINTS = 3;

/**
 * Which places a stroke encloses.
 *
 * @example enclosed([[0, 0], [10, 0], [10, 10], [0, 10]], [{ id: 1, x: 5, y: 5 }]) // [1]
 */
export function enclosed(
	stroke: readonly Point[],
	places: readonly { id: number; x: number; y: number }[]
): number[] {
	if (stroke.length < LEAST_POINTS) return [];
	const polygon = stroke.map(([x, y]): Point => [x, y]);
	return places.filter(({ x, y }) => polygonContains(polygon, [x, y])).map(({ id }) => id);
}
