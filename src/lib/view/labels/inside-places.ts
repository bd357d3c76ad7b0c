import type { Point, Rect } from './label-types.ts';
import type { TextBlock } from './text-block.ts';
import { rectAround } from './box-geometry.ts';
import { isInside, type Shape } from './shape.ts';

/** A place where a name may stand in its own shape. */
export interface InsidePlace {
	readonly block: TextBlock;
	readonly rect: Rect;
	/** How many of the box's seven test points lie in the shape. */
	readonly inside: number;
}

/** All of a box's test points. */
export const TEST_POINTS = 7;

/**
 * Places for a name in its own shape, the best first: one line before two, and near the anchor before
 * farther off.
 *
 * The test points are the corners, the middles of the two ends and the centre: names are wide and low, so it
 * is at their ends that they leave a shape.
 *
 * @param blocks the name in one line, and in two where it can be broken
 */
export function insidePlaces(
	shape: Shape,
	anchor: Point,
	blocks: readonly TextBlock[]
): InsidePlace[] {
	const rows = new Map<number, number[]>();
	const crossings = (y: number): number[] => {
		let found = rows.get(y);
		if (!found) rows.set(y, (found = shape.crossings(y)));
		return found;
	};
	return blocks.flatMap((block) =>
		offsets(shape, block).map(([dx, dy]) => {
			const rect = rectAround(anchor[0] + dx, anchor[1] + dy, block.width, block.height);
			return { block, rect, inside: countInside(rect, crossings) };
		})
	);
}

function countInside(rect: Rect, crossings: (y: number) => readonly number[]): number {
	const [left, middle, right] = [rect.x, rect.x + rect.width / 2, rect.x + rect.width];
	const top = crossings(rect.y);
	const centre = crossings(rect.y + rect.height / 2);
	const bottom = crossings(rect.y + rect.height);
	return [
		isInside(centre, middle),
		isInside(centre, left),
		isInside(centre, right),
		isInside(top, left),
		isInside(top, right),
		isInside(bottom, left),
		isInside(bottom, right)
	].filter(Boolean).length;
}

/** Fifteen steps from the anchor, the shortest first: three across and five down. */
function offsets(shape: Shape, block: TextBlock): Point[] {
	const across = Math.max(block.width * 0.22, shape.width * 0.14);
	const down = Math.max(block.fontPx * 0.55, shape.height * 0.13);
	const steps: Point[] = [];
	for (const row of [0, -1, 1, -2, 2]) {
		for (const column of [0, -1, 1]) steps.push([column * across, row * down]);
	}
	return steps.sort((a, b) => Math.hypot(...a) - Math.hypot(...b));
}
