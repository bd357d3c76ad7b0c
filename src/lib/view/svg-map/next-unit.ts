import type { Point } from '../labels/label-types.ts';

/** Directions of the arrow keys, as steps on the screen. */
const STEPS: Readonly<Partial<Record<string, Point>>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1]
};
/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2;

/**
 * The place that an arrow key leads to from another: the nearest ahead, those straight ahead before those aside.
 *
 * @param places in pixels
 * @returns its number; undefined for another key, and where nothing lies that way
 */
export function nextPlace(places: readonly Point[], from: number, key: string): number | undefined {
	const step = STEPS[key];
	const start = places[from];
	if (!step || !start) return undefined;
	let best: { at: number; far: number } | undefined;
	for (const [at, [x, y]] of places.entries()) {
		const [dx, dy] = [x - start[0], y - start[1]];
		const ahead = dx * step[0] + dy * step[1];
		if (at === from || ahead <= 0) continue;
		const far = ahead + ASIDE * Math.abs(dx * step[1] - dy * step[0]);
		if (!best || far < best.far) best = { at, far };
	}
	return best?.at;
}
