import type { LeaderSpot } from './leader-spots.ts';
import { clash } from './occupied.ts';

/** The best way to put the texts down to some place one below the other, the last one there. */
interface Stacked {
	readonly spot: LeaderSpot;
	readonly cost: number;
	readonly above: Stacked | undefined;
}

/**
 * Puts texts on one side of the province, one below the other in the order given, where their lines are
 * shortest altogether.
 *
 * @param choices for each text, from the uppermost down, the places that it may take
 * @param spacing least distance of their middles in pixels
 * @returns a place for each text; undefined when they do not all find one
 */
export function stackLeaders(
	choices: readonly (readonly LeaderSpot[])[],
	spacing: number
): LeaderSpot[] | undefined {
	let layer: Stacked[] | undefined;
	for (const spots of choices) {
		const above = layer?.toSorted((a, b) => a.cost - b.cost);
		layer = spots.flatMap((spot): Stacked[] => {
			if (!above) return [{ spot, cost: spot.cost, above: undefined }];
			const best = above.find(
				(stacked) => spot.y - stacked.spot.y >= spacing && !clash(spot, stacked.spot)
			);
			return best ? [{ spot, cost: best.cost + spot.cost, above: best }] : [];
		});
	}
	const found: LeaderSpot[] = [];
	let last = layer?.reduce<Stacked | undefined>(
		(best, each) => (best && best.cost <= each.cost ? best : each),
		undefined
	);
	for (; last; last = last.above) found.unshift(last.spot);
	if (found.length < choices.length) return undefined;
	// Neighbours are apart already; those further off seldom meet.
	const apart = found.every((spot, index) =>
		found.slice(index + 2).every((other) => !clash(spot, other))
	);
	return apart ? found : undefined;
}
