import type { Circle, Point, Rect } from './label-types.ts';
import {
	rectsTouch,
	segmentsMeet,
	segmentTouchesCircle,
	segmentTouchesRect
} from './box-geometry.ts';

/** Pixels that stay free between labels, which their halos share. */
export const GAP = 1.5;

/** A label's box with the line that leads from it; no points without one. */
export interface Occupied {
	readonly rect: Rect;
	readonly line: readonly Point[];
	/** The rectangle around both. */
	readonly bounds: Rect;
}

/** What a label with its leader takes up. */
export function occupied(rect: Rect, line: readonly Point[] = []): Occupied {
	let [left, top, right, bottom] = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
	for (const [x, y] of line) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { rect, line, bounds: { x: left, y: top, width: right - left, height: bottom - top } };
}

/** Whether two labels with their leaders get in each other's way. */
export function clash(one: Occupied, other: Occupied): boolean {
	return (
		rectsTouch(one.bounds, other.bounds, GAP) &&
		(rectsTouch(one.rect, other.rect, GAP) ||
			lineTouchesRect(one.line, other.rect) ||
			lineTouchesRect(other.line, one.rect) ||
			linesMeet(one.line, other.line))
	);
}

/** Whether a line comes near a rectangle. */
export function lineTouchesRect(line: readonly Point[], rect: Rect): boolean {
	let from = line[0];
	for (const to of line) {
		if (from && to !== from && segmentTouchesRect(from, to, rect, GAP)) return true;
		from = to;
	}
	return false;
}

/** Whether a line comes near a circle. */
export function lineTouchesCircle(line: readonly Point[], circle: Circle): boolean {
	return line.some((to, at) => {
		const from = line[at - 1];
		return from !== undefined && segmentTouchesCircle(from, to, circle, GAP);
	});
}

/** Lines to the same place meet there and stay distinguishable. */
function linesMeet(one: readonly Point[], other: readonly Point[]): boolean {
	let a = one[0];
	for (const b of one) {
		let c = other[0];
		for (const d of other) {
			const apart = b[0] !== d[0] || b[1] !== d[1];
			if (a && c && a !== b && c !== d && apart && segmentsMeet(a, b, c, d)) return true;
			c = d;
		}
		a = b;
	}
	return false;
}
