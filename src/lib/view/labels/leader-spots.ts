import type { Circle, Point } from './label-types.ts';
import { rectAround } from './box-geometry.ts';
import { occupied, type Occupied } from './occupied.ts';
import type { Span } from './shape.ts';
import type { Surroundings } from './surroundings.ts';
import type { TextBlock } from './text-block.ts';

/** Sides of the province, in the order in which they are tried. */
export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** A text that is to stand beside the province. */
export interface LeaderText {
	readonly block: TextBlock;
	/** What it names: its line ends at the edge of this circle. */
	readonly target: Circle;
	/** How far up or down from there it may stand, and how long its line may be, in pixels. */
	readonly reach: number;
	readonly longest: number;
}

/** A place beside the province for such a text. */
export interface LeaderSpot extends Occupied {
	readonly side: Side;
	/** Height of the text's middle. */
	readonly y: number;
	/**
	 * Length of the line, longer the more it slopes, the farther it goes across the province and the more marks it
	 * runs over; the least is the best.
	 */
	readonly cost: number;
}

/** The places for a text on either side, from the top down. */
export type LeaderChoices = Readonly<Record<Side, readonly LeaderSpot[]>>;

/** Pixels at factor 1 from the province's edge to the elbow, on to the line's end, and on to the text. */
const TO_ELBOW = 4;
const ALONG = 9;
const TO_TEXT = 3;
/** Pixels between the province and the far end, top and bottom of the text. */
const CLEARANCE = 3;
/** Pixels at factor 1 that a line may go across the province before each pixel counts twice. */
const SHORT = 60;
/** Pixels at factor 1 of detour that are worth a mark which a line does not run over. */
const OVER_MARK = 40;
/** Pixels at factor 1 between the heights that are tried. */
const STEP = 4;

/**
 * Places for a text on both sides of what it names: at each height the nearest one that is outside of the
 * province.
 *
 * @param factor scale of lines
 */
export function leaderChoices(
	text: LeaderText,
	factor: number,
	around: Surroundings
): LeaderChoices {
	return {
		left: spotsBeside(text, 'left', factor, around),
		right: spotsBeside(text, 'right', factor, around)
	};
}

function spotsBeside(
	text: LeaderText,
	side: Side,
	factor: number,
	around: Surroundings
): LeaderSpot[] {
	const step = STEP * factor;
	const spots: LeaderSpot[] = [];
	for (
		let row = Math.ceil((text.target.y - text.reach) / step);
		row * step <= text.target.y + text.reach;
		row++
	) {
		const spot = spotAt(row * step, text, side, factor, around);
		if (spot && spot.cost <= text.longest) spots.push(spot);
	}
	return spots;
}

function spotAt(
	y: number,
	{ block, target }: LeaderText,
	side: Side,
	factor: number,
	around: Surroundings
): LeaderSpot | undefined {
	const [top, bottom] = [y - block.height / 2 - CLEARANCE, y + block.height / 2 + CLEARANCE];
	if (top < 0) return undefined;
	// Distances to the right, or to the left where that is outwards, so that both sides are the same.
	const outwards = side === 'left' ? -1 : 1;
	const toElbow = TO_ELBOW * factor;
	const along = ALONG * factor;
	const lead = toElbow + along + TO_TEXT * factor;
	const length = lead + block.width + CLEARANCE;
	const edge = firstGap(around.taken(top, bottom), outwards, target.x * outwards, length);
	const rect = rectAround((edge + lead + block.width / 2) * outwards, y, block.width, block.height);
	const elbow: Point = [(edge + toElbow) * outwards, y];
	const line: Point[] = [[(edge + toElbow + along) * outwards, y], elbow, edgeOf(target, elbow)];
	if (!around.allowsBox(rect) || !around.allowsLine(line)) return undefined;
	const [dx, dy] = [Math.abs(elbow[0] - target.x), Math.abs(y - target.y)];
	const across = Math.max(0, dx - SHORT * factor);
	const over = OVER_MARK * factor * around.marksUnder(line, target);
	return {
		...occupied(rect, line),
		side,
		y,
		cost: along + Math.hypot(dx, dy) + dy + across + over
	};
}

/** Where a line from somewhere reaches a circle. */
function edgeOf({ x, y, r }: Circle, [fromX, fromY]: Point): Point {
	const far = Math.hypot(fromX - x, fromY - y);
	return far <= r || r === 0 ? [x, y] : [x + ((fromX - x) * r) / far, y + ((fromY - y) * r) / far];
}

/** Where the first free stretch of a length begins, at a place or farther outwards. */
function firstGap(taken: readonly Span[], outwards: -1 | 1, from: number, length: number): number {
	let start = from;
	for (let index = 0; index < taken.length; index++) {
		const [left, right] = taken.at(outwards === 1 ? index : -1 - index) ?? [start, start];
		const [begin, end] = outwards === 1 ? [left, right] : [-right, -left];
		if (end <= start) continue;
		if (begin - start >= length) break;
		start = end;
	}
	return start;
}
