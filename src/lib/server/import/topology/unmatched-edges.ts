import type { FlatLine } from '../../db/wkb.ts';
import { distanceToEdge, EdgeIndex } from './edge-index.ts';

/** Closer than a centimetre, two borders are meant to be one. */
const NEAR_DEGREES = 1e-7;
/** Shorter edges meet by chance near a corner. */
const MIN_DEGREES = 1e-6;

/** An edge of one unit along which another draws its border, too, with other corners. */
export interface UnmatchedEdge {
	ordinal: number;
	/** The other unit. */
	beside: number;
	line: FlatLine;
}

/**
 * Finds edges along which two units draw the same line with different corners: no overlap and no gap that
 * counts, yet the neighbours no longer move together when the border is edited or simplified.
 *
 * An edge counts where its middle lies on an edge of another unit that runs the other way.
 */
export function findUnmatchedEdges(borders: EdgeIndex): UnmatchedEdge[] {
	const found: UnmatchedEdge[] = [];
	for (let edge = 0; edge < borders.size; edge++) {
		const ends = borders.endsOf(edge);
		if (lengthOf(ends) <= MIN_DEGREES) continue;
		const ordinal = borders.ordinalOf(edge);
		const [x, y] = [(ends[0]! + ends[2]!) / 2, (ends[1]! + ends[3]!) / 2];
		const beside = borders
			.near(x, y, NEAR_DEGREES)
			.find(
				(other) =>
					borders.ordinalOf(other) !== ordinal &&
					lengthOf(borders.endsOf(other)) > MIN_DEGREES &&
					runsBack(ends, borders.endsOf(other))
			);
		if (beside === undefined) continue;
		found.push({ ordinal, beside: borders.ordinalOf(beside), line: ends.slice() });
	}
	return found;
}

/** Whether an edge comes as near to one of the others as makes them touch. */
export function touchesAny(line: FlatLine, others: EdgeIndex): boolean {
	return others.around(line, NEAR_DEGREES).some((other) => {
		const ends = others.endsOf(other);
		// Borders of overlaps and gaps are cut where another border meets them: an end is always near.
		return (
			distanceToEdge(line[0]!, line[1]!, ends) <= NEAR_DEGREES ||
			distanceToEdge(line[2]!, line[3]!, ends) <= NEAR_DEGREES ||
			distanceToEdge(ends[0]!, ends[1]!, line) <= NEAR_DEGREES ||
			distanceToEdge(ends[2]!, ends[3]!, line) <= NEAR_DEGREES
		);
	});
}

function lengthOf(ends: Float64Array): number {
	return Math.hypot(ends[2]! - ends[0]!, ends[3]! - ends[1]!);
}

/** Whether two edges run against each other. */
function runsBack(ends: Float64Array, other: Float64Array): boolean {
	const [dx, dy] = [other[2]! - other[0]!, other[3]! - other[1]!];
	return dx * (ends[2]! - ends[0]!) + dy * (ends[3]! - ends[1]!) < 0;
}
