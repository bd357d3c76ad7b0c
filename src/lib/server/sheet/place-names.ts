import type { Box } from './fit-map.ts';

/** A name that would like to stand in the middle of a point. */
export interface NamePlace {
	text: string;
	x: number;
	y: number;
	/** The larger stands first where two would overlap. */
	weight: number;
}

/** Mean width of a letter, as a share of the height of the type. */
const LETTER = 0.56;

/** Names that stand clear of each other; those of greater weight before others. */
export function placeNames(names: readonly NamePlace[], size: number): NamePlace[] {
	const taken: Box[] = [];
	return names
		.toSorted((a, b) => b.weight - a.weight)
		.filter(({ text, x, y }) => {
			const width = text.length * LETTER * size;
			const box = { x: x - width / 2, y: y - size, width, height: size * 1.3 };
			if (taken.some((other) => overlap(box, other))) return false;
			taken.push(box);
			return true;
		});
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
