import type { MeasureText, PlacedLabel, Rect } from './label-types.ts';

/** A name of the base map, which gives way to all others. */
export interface GroundName {
	readonly name: string;
	/** Middles of places where it may stand, in pixels: the best first. */
	readonly spots: readonly { x: number; y: number }[];
}

/** A name of the base map in its place: the middle of its text. */
export interface PlacedGroundName {
	readonly name: string;
	readonly x: number;
	readonly y: number;
	readonly fontPx: number;
}

const FONT_PX = 10;
const LINE_HEIGHT = 1.3;

/**
 * Which names of the base map find room: those that cover no label, nothing reserved and no name before them.
 *
 * @param factor scale of the type
 */
export function placeBeneath(
	names: readonly GroundName[],
	taken: { labels: readonly PlacedLabel[]; reserved: readonly Rect[] },
	{ factor, measure }: { factor: number; measure: MeasureText }
): PlacedGroundName[] {
	const fontPx = FONT_PX * factor;
	const full = [
		...taken.reserved,
		...taken.labels.map(({ x, y, width, height }) => around({ x, y }, width, height))
	];
	return names.flatMap(({ name, spots }) => {
		const [width, height] = [measure(name, fontPx, false), fontPx * LINE_HEIGHT];
		const spot = spots.find((each) => {
			const rect = around(each, width, height);
			return !full.some((other) => overlap(rect, other));
		});
		if (!spot) return [];
		full.push(around(spot, width, height));
		return [{ name, x: spot.x, y: spot.y, fontPx }];
	});
}

function around({ x, y }: { x: number; y: number }, width: number, height: number): Rect {
	return { x: x - width / 2, y: y - height / 2, width, height };
}

function overlap(a: Rect, b: Rect): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
