import type { LabelInput, Rect } from './label-types.ts';
import type { Draft } from './draft.ts';
import { insidePlaces, type InsidePlace } from './inside-places.ts';
import { nearestFreePlace } from './nearest-free-place.ts';
import { clash, occupied, type Occupied } from './occupied.ts';
import type { Surroundings } from './surroundings.ts';
import type { TextBlock } from './text-block.ts';

/** A name in the map, without a leader. */
export interface Standing extends Occupied {
	readonly draft: Draft;
	readonly block: TextBlock;
	/** How many of its box's seven test points lie in the own shape. */
	readonly inside: number;
}

/**
 * The place for a name in its own shape: of those where enough test points are inside, one with the most.
 *
 * @param enough least number of test points, of seven
 * @param others what has its place already
 */
export function standInside(
	draft: Draft,
	enough: number,
	others: readonly Occupied[],
	around: Surroundings
): Standing | undefined {
	let best: InsidePlace | undefined;
	for (const place of placesOf(draft)) {
		if (place.inside < Math.max(enough, best ? best.inside + 1 : 0)) continue;
		if (isFree(place.rect, others, around) && around.sparesMarks(place.rect)) best = place;
	}
	return best && { draft, block: best.block, inside: best.inside, ...occupied(best.rect) };
}

/**
 * The free place for a name that is nearest to its anchor, wherever that is; one that covers a mark if there
 * is no other.
 */
export function standAnywhere(
	draft: Draft,
	others: readonly Occupied[],
	around: Surroundings,
	box: LabelInput['box']
): Standing | undefined {
	const tests = [
		(rect: Rect) => isFree(rect, others, around) && around.sparesMarks(rect),
		(rect: Rect) => isFree(rect, others, around)
	];
	for (const test of tests) {
		for (const block of draft.blocks) {
			const rect = nearestFreePlace(block, draft.anchor, box, test);
			if (rect) return { draft, block, inside: 0, ...occupied(rect) };
		}
	}
	return undefined;
}

function placesOf({ shape, anchor, blocks }: Draft): readonly InsidePlace[] {
	return shape ? insidePlaces(shape, anchor, blocks) : [];
}

function isFree(rect: Rect, others: readonly Occupied[], around: Surroundings): boolean {
	const label = occupied(rect);
	return around.allowsBox(rect) && !others.some((other) => clash(label, other));
}
