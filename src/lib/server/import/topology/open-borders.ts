import type { FlatLine } from '../../db/wkb.ts';
import { PairIndex } from './pair-index.ts';

/** Corners that agree to 0.1 mm are one. */
const STEPS = 1e9;

/** A stretch of a unit's border, with the unit to its right. */
export interface OpenBorder {
	ordinal: number;
	line: FlatLine;
}

/**
 * Finds the stretches of borders that are not shared edge by edge.
 *
 * In a coverage every edge within it is run through twice, once in each direction; those that are not
 * make up its outer border – and the outlines of all overlaps and gaps, because the edges between two
 * places where the same number of units lies cancel out. So overlays need only look at these.
 */
export class OpenBorders {
	readonly #corners = new PairIndex();
	readonly #edges = new PairIndex();
	/** How often each edge was run through, from its lower corner to the higher and back. */
	#there = new Uint8Array(1 << 12);
	#back = new Uint8Array(1 << 12);
	/** Where each corner lay in the unit that had it first: x, y, x, y, … */
	#places = new Float64Array(1 << 12);
	readonly #rings = new Map<number, { corners: Int32Array; edges: Int32Array }[]>();

	/**
	 * @param ordinal of the unit
	 * @param line a closed ring
	 * @param hole whether the unit lies outside of it
	 */
	add(ordinal: number, line: FlatLine, hole: boolean): void {
		const corners = new Int32Array(line.length / 2);
		let count = 0;
		for (let at = 0; at < line.length; at += 2) {
			const corner = this.#meet(line[at]!, line[at + 1]!);
			if (corner !== corners[count - 1] || count === 0) corners[count++] = corner;
		}
		const ring = corners.subarray(0, count);
		// Files run through rings either way; here all have their unit to the right.
		if (isClockwise(line) === hole) ring.reverse();
		const edges = new Int32Array(count - 1);
		for (let at = 1; at < count; at++) edges[at - 1] = this.#run(ring[at - 1]!, ring[at]!);
		const rings = this.#rings.get(ordinal);
		if (rings) rings.push({ corners: ring, edges });
		else this.#rings.set(ordinal, [{ corners: ring, edges }]);
	}

	/** @yields lines of one unit each, as long as they come */
	*list(): Generator<OpenBorder> {
		for (const ordinal of this.#rings.keys()) {
			yield* this.#stretches(ordinal, (edge) => this.#isOpen(edge));
		}
	}

	/** The whole border of a unit, ring by ring. */
	listRings(ordinal: number): OpenBorder[] {
		return [...this.#stretches(ordinal, () => true)];
	}

	/** The borders of some units, each edge once. */
	*listOnce(ordinals: Iterable<number>): Generator<OpenBorder> {
		const listed = new Uint8Array(this.#edges.size);
		for (const ordinal of ordinals) {
			yield* this.#stretches(ordinal, (edge) => listed[edge] === 0);
			for (const { edges } of this.#rings.get(ordinal) ?? []) {
				for (const edge of edges) listed[edge] = 1;
			}
		}
	}

	/** Shared edges of a unit that a condition on their ends holds for. */
	*listShared(
		ordinal: number,
		where: (x1: number, y1: number, x2: number, y2: number) => boolean
	): Generator<OpenBorder> {
		yield* this.#stretches(ordinal, (edge) => {
			if (this.#isOpen(edge)) return false;
			const [from, to] = [this.#edges.one(edge), this.#edges.other(edge)];
			return where(
				this.#corners.one(from) / STEPS,
				this.#corners.other(from) / STEPS,
				this.#corners.one(to) / STEPS,
				this.#corners.other(to) / STEPS
			);
		});
	}

	/** Where the corner at a place lay in the file, to the last digit; overlays round corners to 0.1 mm. */
	placeOf(x: number, y: number): [number, number] | undefined {
		const corner = this.#findCorner(x, y);
		if (corner === undefined) return undefined;
		return [this.#places[2 * corner]!, this.#places[2 * corner + 1]!];
	}

	#meet(x: number, y: number): number {
		const known = this.#corners.size;
		const corner = this.#corners.numberOf(Math.round(x * STEPS), Math.round(y * STEPS));
		if (corner < known) return corner;
		if (2 * known >= this.#places.length) {
			const larger = new Float64Array(2 * this.#places.length);
			larger.set(this.#places);
			this.#places = larger;
		}
		this.#places[2 * corner] = x;
		this.#places[2 * corner + 1] = y;
		return corner;
	}

	/** The corner at a place; overlays may round the other way half a step from it. */
	#findCorner(x: number, y: number): number | undefined {
		const [column, row] = [Math.round(x * STEPS), Math.round(y * STEPS)];
		for (const across of [0, -1, 1]) {
			for (const up of [0, -1, 1]) {
				const corner = this.#corners.find(column + across, row + up);
				if (corner !== undefined) return corner;
			}
		}
		return undefined;
	}

	*#stretches(ordinal: number, wanted: (edge: number) => boolean): Generator<OpenBorder> {
		for (const { corners, edges } of this.#rings.get(ordinal) ?? []) {
			let from = 0;
			for (let at = 0; at <= edges.length; at++) {
				if (at < edges.length && wanted(edges[at]!)) continue;
				if (at > from) yield { ordinal, line: this.#toLine(corners.subarray(from, at + 1)) };
				from = at + 1;
			}
		}
	}

	/** @returns the edge's number */
	#run(from: number, to: number): number {
		const edge = this.#edges.numberOf(Math.min(from, to), Math.max(from, to));
		if (edge >= this.#there.length) {
			this.#there = doubled(this.#there);
			this.#back = doubled(this.#back);
		}
		const counts = from < to ? this.#there : this.#back;
		if (counts[edge]! < 255) counts[edge]!++;
		return edge;
	}

	#isOpen(edge: number): boolean {
		return this.#there[edge] !== 1 || this.#back[edge] !== 1;
	}

	#toLine(corners: Int32Array): FlatLine {
		const line = new Float64Array(2 * corners.length);
		corners.forEach((corner, at) => {
			line[2 * at] = this.#corners.one(corner) / STEPS;
			line[2 * at + 1] = this.#corners.other(corner) / STEPS;
		});
		return line;
	}
}

function doubled(counts: Uint8Array): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(2 * counts.length);
	larger.set(counts);
	return larger;
}

function isClockwise(line: FlatLine): boolean {
	let sum = 0;
	for (let at = 2; at < line.length; at += 2) {
		sum += (line[at]! - line[at - 2]!) * (line[at + 1]! + line[at - 1]!);
	}
	return sum > 0;
}
