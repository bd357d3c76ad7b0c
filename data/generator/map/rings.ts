import { at } from '../at.ts';
import type { GridPoint } from './crossings.ts';

/** A border on the grid of the output files. */
export interface GridArc {
	readonly from: number;
	readonly to: number;
	readonly left: number;
	readonly right: number;
	readonly points: readonly GridPoint[];
}

/** An arc travelled so that the territory in question is on the left. */
interface Leg {
	readonly from: number;
	readonly to: number;
	readonly points: readonly GridPoint[];
}

/** Twice the signed area of a ring in grid units; positive when anticlockwise. */
export function ringTurn(ring: readonly GridPoint[]): number {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [a, b] = [at(ring, i), at(ring, i + 1)];
		twice += a[0] * b[1] - b[0] * a[1];
	}
	return twice;
}

/**
 * The closed rings around a set of labels, built from the arcs that have the set on one side only.
 * Because arcs with the set on both sides cancel, the ring of a merger is made of exactly the points of its members.
 * Rings repeat their first point and run anticlockwise around the set (RFC 7946).
 */
export function ringsAround(
	arcs: readonly GridArc[],
	belongs: (label: number) => boolean
): GridPoint[][] {
	const legs: Leg[] = [];
	for (const { from, to, left, right, points } of arcs) {
		if (belongs(left) === belongs(right)) continue;
		legs.push(
			belongs(left) ? { from, to, points } : { from: to, to: from, points: [...points].reverse() }
		);
	}
	const leaving = new Map(legs.map((leg) => [leg.from, leg]));
	if (leaving.size !== legs.length) throw new Error('A territory touches itself at a junction');
	const rings: GridPoint[][] = [];
	for (const first of legs) {
		if (!leaving.has(first.from)) continue;
		const ring: GridPoint[] = [at(first.points, 0)];
		for (let leg = leaving.get(first.from); leg; leg = leaving.get(leg.to)) {
			leaving.delete(leg.from);
			ring.push(...leg.points.slice(1));
		}
		rings.push(ring);
	}
	return rings;
}
