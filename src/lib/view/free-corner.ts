/** Corners of a map in which a card may stand. */
export const CORNERS = ['bottom-left', 'top-left', 'bottom-right', 'top-right'] as const;
export type Corner = (typeof CORNERS)[number];

/**
 * The corner of a box in which a card covers the fewest of some points; the first of equals.
 *
 * @param points what should stay free, in pixels of the box
 * @param card size of the card with its distance from the edges
 * @example freeCorner([{ x: 10, y: 90 }], { width: 100, height: 100 }, { width: 40, height: 40 }) // 'top-left'
 */
export function freeCorner(
	points: readonly { x: number; y: number }[],
	box: { width: number; height: number },
	card: { width: number; height: number }
): Corner {
	const covered = (corner: Corner) =>
		points.filter(({ x, y }) => {
			const across = corner.endsWith('left') ? x < card.width : x > box.width - card.width;
			const down = corner.startsWith('top') ? y < card.height : y > box.height - card.height;
			return across && down;
		}).length;
	return CORNERS.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}
