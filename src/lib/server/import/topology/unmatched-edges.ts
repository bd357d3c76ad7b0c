import Flatbush from 'flatbush';
import type { FlatLine } from '../../db/wkb.ts';
import type { OpenBorder } from './open-borders.ts';

/** Closer than a centimetre, two borders are meant to be one. */
const NEAR_DEGREES = 1e-7;
/** Shorter edges meet by chance near a corner. */
const SHORTEST_DEGREES = 1e-6;

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
export function findUnmatchedEdges(borders: readonly OpenBorder[]): UnmatchedEdge[] {
	const edges = toEdges(borders);
	if (edges.length === 0) return [];
	const index = new Flatbush(edges.length);
	for (const { x1, y1, x2, y2 } of edges) {
		index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
	}
	index.finish();
	const found: UnmatchedEdge[] = [];
	for (const edge of edges) {
		const { ordinal, x1, y1, x2, y2 } = edge;
		const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
		const [at] = index.search(
			x - NEAR_DEGREES,
			y - NEAR_DEGREES,
			x + NEAR_DEGREES,
			y + NEAR_DEGREES,
			(each) => edges[each]!.ordinal !== ordinal && runsBack(edge, edges[each]!, x, y)
		);
		if (at === undefined) continue;
		found.push({ ordinal, beside: edges[at]!.ordinal, line: Float64Array.of(x1, y1, x2, y2) });
	}
	return found;
}

interface Edge {
	ordinal: number;
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

function toEdges(borders: readonly OpenBorder[]): Edge[] {
	const edges: Edge[] = [];
	for (const { ordinal, line } of borders) {
		for (let at = 2; at < line.length; at += 2) {
			const [x1, y1, x2, y2] = [line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!];
			if (Math.hypot(x2 - x1, y2 - y1) > SHORTEST_DEGREES) edges.push({ ordinal, x1, y1, x2, y2 });
		}
	}
	return edges;
}

/** Whether the point lies on the other edge, and that runs against this one. */
function runsBack(edge: Edge, other: Edge, x: number, y: number): boolean {
	const [dx, dy] = [other.x2 - other.x1, other.y2 - other.y1];
	if (dx * (edge.x2 - edge.x1) + dy * (edge.y2 - edge.y1) >= 0) return false;
	const share = ((x - other.x1) * dx + (y - other.y1) * dy) / (dx * dx + dy * dy);
	const along = Math.min(1, Math.max(0, share));
	return Math.hypot(x - other.x1 - along * dx, y - other.y1 - along * dy) <= NEAR_DEGREES;
}
