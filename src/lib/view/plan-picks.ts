/** A commune that the plan's map names. */
export interface Pick {
	id: number;
	/** What stands in its circle: its rank. */
	number: string;
	name: string;
	/** Its place, in pixels of the map's box. */
	x: number;
	y: number;
}

/** A pick in its place: a circle, its name beside it, and a line to the commune where it had to move. */
export interface PlacedPick extends Pick {
	/** Middle of the circle. */
	cx: number;
	cy: number;
	side: 'left' | 'right';
	moved: boolean;
}

/** Radius of a circle. */
export const PICK_RADIUS = 11;
/** Between circle and name, and between what stands beside each other. */
const GAP = 4;
const LINE_HEIGHT = 15;
/** Width of a letter of a name, on average, and a little more. */
const LETTER = 6.9;
/** How far a circle moves in search of free ground, step by step. */
const STEPS = [0, 24, 34, 46, 60, 76, 94, 114, 136, 160];
const DIRECTIONS = 16;

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/**
 * Puts numbered circles with names where none covers another: on the commune where there is room, else as near as can
 * be, the first first. What finds no room stands on its commune all the same.
 *
 * @param box size of the map in pixels
 */
export function placePicks(
	picks: readonly Pick[],
	box: { width: number; height: number }
): PlacedPick[] {
	const taken: Box[] = [];
	return picks.map((pick) => {
		const place = spotsOf(pick).find(
			({ boxes }) =>
				boxes.every((each) => isInside(each, box)) &&
				boxes.every((each) => taken.every((other) => !overlap(each, other)))
		);
		const { cx, cy, side, moved, boxes } = place ?? spotAt(pick, 0, 0, 'right');
		taken.push(...boxes);
		// What moved leaves its commune free for its line to end at.
		if (moved) taken.push(around(pick.x, pick.y, GAP));
		return { ...pick, cx, cy, side, moved };
	});
}

function spotsOf(pick: Pick) {
	return STEPS.flatMap((step) =>
		Array.from({ length: step === 0 ? 1 : DIRECTIONS }, (_, at) => {
			// From the left, where provinces drawn upright have room, to both sides.
			const turn = (at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2);
			const angle = Math.PI + (turn * 2 * Math.PI) / DIRECTIONS;
			return [step * Math.cos(angle), step * Math.sin(angle)] as const;
		}).flatMap(([dx, dy]) => {
			const sides = dx < -1 ? (['left', 'right'] as const) : (['right', 'left'] as const);
			return sides.map((side) => spotAt(pick, dx, dy, side));
		})
	);
}

function spotAt({ x, y, name }: Pick, dx: number, dy: number, side: 'left' | 'right') {
	const [cx, cy] = [x + dx, y + dy];
	const width = name.length * LETTER;
	const from = PICK_RADIUS + GAP;
	const label: Box = {
		left: side === 'right' ? cx + from : cx - from - width,
		right: side === 'right' ? cx + from + width : cx - from,
		top: cy - LINE_HEIGHT / 2,
		bottom: cy + LINE_HEIGHT / 2
	};
	const moved = Math.hypot(dx, dy) > PICK_RADIUS;
	return { cx, cy, side, moved, boxes: [around(cx, cy, PICK_RADIUS + 1), label] };
}

function around(x: number, y: number, r: number): Box {
	return { left: x - r, right: x + r, top: y - r, bottom: y + r };
}

function isInside(each: Box, { width, height }: { width: number; height: number }): boolean {
	return each.left >= 0 && each.right <= width && each.top >= 0 && each.bottom <= height;
}

function overlap(one: Box, other: Box): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}
