import { gridOf } from './near-grid.ts';

/** Sites at a place, in pixels of the map's box. */
export interface BubblePlace {
	unitId: number;
	x: number;
	y: number;
	/** Active sites; a place without has no bubble. */
	count: number;
}

/** A bubble where it does not cover another one. */
export interface PlacedBubble {
	unitId: number;
	count: number;
	x: number;
	y: number;
	radiusPx: number;
	/** Whether it stands so far from its place that a line has to lead there. */
	line: boolean;
}

/** What bubbles are drawn of: one type, or all of them together. */
export interface BubbleSize {
	ofOneType: boolean;
	/** How much larger everything on the map is drawn; the root of the map's own factor, at least 1. */
	scale: number;
}

/** Radius of one site in pixels; the area grows with the number. */
const ONE_TYPE = 8.2;
const ALL_TYPES = 4.2;
/** So many pixels are free between two bubbles. */
export const FREE_PX = 1.5;
/** They are pushed a little further, so that it ends. */
const PUSH_PX = FREE_PX + 0.1;
/** Bubbles that do not come apart in so many rounds have no room. */
const ROUNDS = 400;

/** Radius of a bubble in pixels. */
export function bubbleRadius(count: number, { ofOneType, scale }: BubbleSize): number {
	return (ofOneType ? ONE_TYPE : ALL_TYPES) * Math.sqrt(count) * scale;
}

/**
 * Bubbles pushed apart until there is a gap between any two. The smaller one of two gives way more; one that
 * touches nothing stays where it is. The same places always give the same bubbles.
 *
 * @example placeBubbles([{ unitId: 1, x: 0, y: 0, count: 1 }], { ofOneType: true, scale: 1 })[0].radiusPx // 8.2
 */
export function placeBubbles(places: readonly BubblePlace[], size: BubbleSize): PlacedBubble[] {
	const bubbles = places
		.filter(({ count }) => count > 0)
		.map(({ unitId, x, y, count }) => {
			const place = { x, y };
			return { unitId, count, x, y, radiusPx: bubbleRadius(count, size), place };
		});
	const reach = 2 * bubbles.reduce((most, { radiusPx }) => Math.max(most, radiusPx), 0) + FREE_PX;
	for (let round = 0; round < ROUNDS && pushApart(bubbles, reach); round++);
	return bubbles.map(({ place, ...bubble }) => ({
		...bubble,
		line: Math.hypot(bubble.x - place.x, bubble.y - place.y) > bubble.radiusPx
	}));
}

interface Circle {
	x: number;
	y: number;
	radiusPx: number;
}

/** One round over all that are near each other; false where none was too near. */
function pushApart(circles: readonly Circle[], reach: number): boolean {
	let pushed = false;
	for (const [one, other] of gridOf(circles, reach).pairs()) {
		const [dx, dy] = [other.x - one.x, other.y - one.y];
		const distance = Math.hypot(dx, dy);
		const radii = one.radiusPx + other.radiusPx;
		if (distance >= radii + FREE_PX) continue;
		pushed = true;
		// Two at one place part sideways.
		const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0];
		const missing = radii + PUSH_PX - distance;
		const area = one.radiusPx ** 2 + other.radiusPx ** 2;
		const own = (missing * other.radiusPx ** 2) / area;
		one.x -= ux * own;
		one.y -= uy * own;
		other.x += ux * (missing - own);
		other.y += uy * (missing - own);
	}
	return pushed;
}
