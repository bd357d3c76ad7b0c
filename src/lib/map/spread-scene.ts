import { pixelsBetween, type LonLat } from './arc-curve.ts';

/** A number of active sites. */
export interface SpreadBubble {
	unitId: number;
	/** Where the bubble stands. */
	position: LonLat;
	/** Where the sites are; the same, unless the bubble was pushed aside. */
	place: LonLat;
	count: number;
	radiusPx: number;
}

/** Who copied from whom. An end at a bubble's place goes to where the bubble stands. */
export interface ShownArc {
	key: string;
	from: LonLat;
	to: LonLat;
	/** Of the source or commune that is looked at. */
	strong: boolean;
}

/** What is drawn of models. Bubbles are placed for one zoom: after zooming, show them anew. */
export interface SpreadScene {
	mode: 'bubbles' | 'columns';
	bubbles: readonly SpreadBubble[];
	arcs: readonly ShownArc[];
	/** How much larger everything is drawn; 1 without. */
	scale?: number;
}

/** An arc between bubbles, with the radius of the one at its end. */
export interface AttachedArc extends ShownArc {
	rimPx: number;
}

/** Leads arcs to the bubbles at their ends; in columns, to the places. One without length is left out. */
export function attachArcs({ mode, bubbles, arcs }: SpreadScene): AttachedArc[] {
	const at = new Map<string, SpreadBubble>();
	for (const bubble of bubbles) at.set(String(bubble.position), bubble);
	for (const bubble of bubbles) at.set(String(bubble.place), bubble);
	const isFlat = mode === 'bubbles';
	return arcs.flatMap((arc) => {
		const [start, end] = [at.get(String(arc.from)), at.get(String(arc.to))];
		const endOf = (bubble: SpreadBubble) => (isFlat ? bubble.position : bubble.place);
		const from = start ? endOf(start) : arc.from;
		const to = end ? endOf(end) : arc.to;
		if (String(from) === String(to)) return [];
		return [{ ...arc, from, to, rimPx: isFlat ? (end?.radiusPx ?? 0) : 0 }];
	});
}

/** Bubbles that stand further from their place than they are wide: a line leads there. */
export function movedBubbles(bubbles: readonly SpreadBubble[], zoom: number): SpreadBubble[] {
	return bubbles.filter(
		({ position, place, radiusPx }) => pixelsBetween(position, place, zoom) > radiusPx
	);
}

/** A figure's size, and how much room a digit takes beside and above its middle, as parts of the size. */
export const FIGURE_PX = 11;
const DIGIT_WIDTH = 0.6;
const DIGIT_HEIGHT = 0.72;

/** Whether a bubble has room for its figure; the smallest, a single site among all types, has not. */
export function holdsFigure({ count, radiusPx }: SpreadBubble, scale: number): boolean {
	const size = FIGURE_PX * scale;
	const half = (String(count).length * DIGIT_WIDTH * size) / 2;
	return Math.hypot(half, (DIGIT_HEIGHT * size) / 2) <= radiusPx;
}
