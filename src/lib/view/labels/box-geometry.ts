import type { Circle, Point, Rect } from './label-types.ts';

/** The rectangle of a size around a centre, in pixels. */
export function rectAround(x: number, y: number, width: number, height: number): Rect {
	return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Whether two rectangles are less than `gap` pixels apart. */
export function rectsTouch(one: Rect, other: Rect, gap: number): boolean {
	return (
		one.x < other.x + other.width + gap &&
		other.x < one.x + one.width + gap &&
		one.y < other.y + other.height + gap &&
		other.y < one.y + one.height + gap
	);
}

/** Whether a rectangle lies in a box of a size, `margin` pixels from its edges. */
export function rectWithin(
	rect: Rect,
	box: { readonly width: number; readonly height: number },
	margin: number
): boolean {
	return (
		rect.x >= margin &&
		rect.y >= margin &&
		rect.x + rect.width <= box.width - margin &&
		rect.y + rect.height <= box.height - margin
	);
}

/** Whether a circle is less than `gap` pixels from a rectangle. */
export function circleTouches(circle: Circle, rect: Rect, gap: number): boolean {
	const dx = circle.x - Math.min(Math.max(circle.x, rect.x), rect.x + rect.width);
	const dy = circle.y - Math.min(Math.max(circle.y, rect.y), rect.y + rect.height);
	return Math.hypot(dx, dy) < circle.r + gap;
}

/** Whether a straight line comes within `gap` pixels of a rectangle. */
export function segmentTouchesRect(from: Point, to: Point, rect: Rect, gap: number): boolean {
	const left = rect.x - gap;
	const right = rect.x + rect.width + gap;
	const top = rect.y - gap;
	const bottom = rect.y + rect.height + gap;
	if (
		Math.max(from[0], to[0]) < left ||
		Math.min(from[0], to[0]) > right ||
		Math.max(from[1], to[1]) < top ||
		Math.min(from[1], to[1]) > bottom
	) {
		return false;
	}
	// It passes by when all corners lie on one side of it.
	const side = (x: number, y: number) =>
		(to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
	const corners = [side(left, top), side(right, top), side(right, bottom), side(left, bottom)];
	return Math.min(...corners) <= 0 && Math.max(...corners) >= 0;
}

/** Whether a straight line comes within `gap` pixels of a circle. */
export function segmentTouchesCircle(from: Point, to: Point, circle: Circle, gap: number): boolean {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const squared = dx * dx + dy * dy;
	const along = squared && ((circle.x - from[0]) * dx + (circle.y - from[1]) * dy) / squared;
	const share = Math.min(1, Math.max(0, along));
	const nearest = Math.hypot(from[0] + share * dx - circle.x, from[1] + share * dy - circle.y);
	return nearest < circle.r + gap;
}

/** Whether two straight lines have a point in common. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
	if (
		Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
		Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
		Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
		Math.max(c[1], d[1]) < Math.min(a[1], b[1])
	) {
		return false;
	}
	return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/** Which way a walk over three points turns: its sign; 0 straight on. */
function turn(a: Point, b: Point, c: Point): number {
	return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
