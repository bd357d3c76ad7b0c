import { estimateTextWidth } from '../labels/text-width.ts';

/** A name to be put on a small map. */
export interface LocalName {
	id: number;
	text: string;
	/** Where it would best stand, in pixels. */
	at: readonly [x: number, y: number];
	/** It is named first, in bold. */
	own: boolean;
	/** Named before the rest, and moved into the map where it is just outside. */
	near: boolean;
}

/** A name with the middle of its box. */
export interface PlacedName {
	id: number;
	text: string;
	x: number;
	y: number;
	own: boolean;
}

const FONT_PX = 12;
const LINE_PX = 16;
const EDGE_PX = 4;
/** How far a name may be moved from its place. */
const SHIFTS = [0, -LINE_PX, LINE_PX, -1.6 * LINE_PX, 1.6 * LINE_PX] as const;
/** A neighbour's name is brought in from so far outside. */
const OUTSIDE_PX = 40;

/**
 * Puts names on a small map, each whole and none over another: the own one, then those of neighbours, then others as
 * far as there is room.
 */
export function placeLocalNames(
	names: readonly LocalName[],
	{ width, height }: { width: number; height: number }
): PlacedName[] {
	const rank = ({ own, near }: LocalName) => (own ? 0 : near ? 1 : 2);
	const placed: (PlacedName & { half: number })[] = [];
	for (const name of names.toSorted((a, b) => rank(a) - rank(b))) {
		const half = estimateTextWidth(name.text, FONT_PX, name.own) / 2 + 2;
		const reach = rank(name) < 2 ? OUTSIDE_PX : 0;
		const inside = (value: number, low: number, high: number) =>
			value < low - reach || value > high + reach
				? undefined
				: Math.min(high, Math.max(low, value));
		const x = inside(name.at[0], half + EDGE_PX, width - half - EDGE_PX);
		if (x === undefined) continue;
		for (const shift of SHIFTS) {
			const y = inside(name.at[1] + shift, LINE_PX / 2 + EDGE_PX, height - LINE_PX / 2 - EDGE_PX);
			if (y === undefined) continue;
			const free = placed.every(
				(other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) >= LINE_PX
			);
			if (!free) continue;
			placed.push({ id: name.id, text: name.text, x, y, own: name.own, half });
			break;
		}
	}
	return placed.map(({ id, text, x, y, own }) => ({ id, text, x, y, own }));
}
