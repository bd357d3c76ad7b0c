import type { Point, Rect } from './label-types.ts';
import { rectAround } from './box-geometry.ts';

/** Pixels between the places that are tried. */
const STEP = 4;

/**
 * The free place for a box that is nearest to a point, anywhere in the map.
 *
 * @param size of the box in pixels
 * @param map size of the map in pixels
 * @param isFree whether the box may stand there
 * @returns undefined where there is none
 */
export function nearestFreePlace(
	size: { readonly width: number; readonly height: number },
	[x, y]: Point,
	map: { readonly width: number; readonly height: number },
	isFree: (rect: Rect) => boolean
): Rect | undefined {
	let [best, least]: [Rect | undefined, number] = [undefined, Infinity];
	for (let centreY = size.height / 2; centreY <= map.height; centreY += STEP) {
		for (let centreX = size.width / 2; centreX <= map.width; centreX += STEP) {
			const distance = Math.hypot(centreX - x, centreY - y);
			if (distance >= least) continue;
			const rect = rectAround(centreX, centreY, size.width, size.height);
			if (isFree(rect)) [best, least] = [rect, distance];
		}
	}
	return best;
}
