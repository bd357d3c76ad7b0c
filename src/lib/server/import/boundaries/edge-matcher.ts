import type { MultiPolygonCoordinates } from '#lib/domain/boundary.ts';

/** So many edges are matched; of larger files every unit counts as loose. */
const MOST_EDGES = 6_000_000;
/** Coordinates that agree to so many parts of a degree or metre are one corner. */
const STEPS = 1e7;

/**
 * Finds the units whose borders are not wholly shared with neighbours.
 *
 * In a coverage every edge within it is run through twice, once in each direction. A unit all of whose edges
 * are can neither overlap a neighbour nor leave a gap beside it, so that overlays need only look at the
 * others: those at the outer border, and those where something is wrong.
 */
export class EdgeMatcher {
	/** Edges that wait for their opposite. */
	readonly #open = new Set<number>();
	/** Edges that came twice in one direction: two units claim the same side. */
	readonly #doubled = new Set<number>();
	readonly #units: { ordinal: number; edges: Float64Array }[] = [];
	#count = 0;

	add(ordinal: number, polygons: MultiPolygonCoordinates): void {
		if (this.#count > MOST_EDGES) return;
		const size = polygons.reduce(
			(sum, rings) => sum + rings.reduce((inner, ring) => inner + ring.length, 0),
			0
		);
		const edges = new Float64Array(size);
		let at = 0;
		for (const rings of polygons) {
			for (const [index, ring] of rings.entries()) {
				// Files run through rings either way; here outer ones go one way and holes the other.
				const forward = isClockwise(ring) === (index === 0);
				for (let point = 1; point < ring.length; point++) {
					const [from, to] = forward
						? [ring[point - 1]!, ring[point]!]
						: [ring[point]!, ring[point - 1]!];
					const [start, end] = [cornerOf(from), cornerOf(to)];
					if (start === end) continue;
					this.#toggle(start, end);
					edges[at++] = edgeOf(start, end);
				}
			}
		}
		this.#count += at;
		this.#units.push({ ordinal, edges: edges.subarray(0, at) });
	}

	/** Ordinals of units with an edge that no other runs through the other way; undefined of files too large. */
	listLoose(): number[] | undefined {
		if (this.#count > MOST_EDGES) return undefined;
		return this.#units
			.filter(({ edges }) => edges.some((edge) => this.#open.has(edge) || this.#doubled.has(edge)))
			.map(({ ordinal }) => ordinal);
	}

	#toggle(start: number, end: number): void {
		const edge = edgeOf(start, end);
		if (this.#open.delete(edgeOf(end, start))) return;
		if (this.#open.has(edge)) this.#doubled.add(edge);
		this.#open.add(edge);
	}
}

/** A corner as a number of 32 bits; two corners have the same one hardly ever, and then only work is done twice. */
function cornerOf([x, y]: readonly [number, number]): number {
	let hash =
		Math.imul(Math.round(x * STEPS) | 0, 0x9e3779b1) ^
		Math.imul(Math.round(y * STEPS) | 0, 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/** An edge as one number, other than that of its opposite. */
function edgeOf(start: number, end: number): number {
	return start * 2_097_152 + (end & 0x1fffff);
}

function isClockwise(ring: readonly (readonly [number, number])[]): boolean {
	let sum = 0;
	for (let at = 1; at < ring.length; at++) {
		sum += (ring[at]![0] - ring[at - 1]![0]) * (ring[at]![1] + ring[at - 1]![1]);
	}
	return sum > 0;
}
