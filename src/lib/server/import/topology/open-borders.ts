import type { FlatLine } from '../../db/wkb.ts';
import { PairIndex } from './pair-index.ts';

/** Corners that agree to 0.1 mm are one. */
const STEPS = 1e9;

/** A stretch of a unit's border that no neighbour shares, with the unit to its right. */
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
	readonly #rings: { ordinal: number; corners: Int32Array; edges: Int32Array }[] = [];

	/**
	 * @param ordinal of the unit
	 * @param line a closed ring
	 * @param hole whether the unit lies outside of it
	 */
	add(ordinal: number, line: FlatLine, hole: boolean): void {
		const corners = new Int32Array(line.length / 2);
		let count = 0;
		for (let at = 0; at < line.length; at += 2) {
			const corner = this.#corners.numberOf(
				Math.round(line[at]! * STEPS),
				Math.round(line[at + 1]! * STEPS)
			);
			if (corner !== corners[count - 1] || count === 0) corners[count++] = corner;
		}
		const ring = corners.subarray(0, count);
		// Files run through rings either way; here all have their unit to the right.
		if (isClockwise(line) === hole) ring.reverse();
		const edges = new Int32Array(count - 1);
		for (let at = 1; at < count; at++) edges[at - 1] = this.#run(ring[at - 1]!, ring[at]!);
		this.#rings.push({ ordinal, corners: ring, edges });
	}

	/** @yields lines of one unit each, as long as they come */
	*list(): Generator<OpenBorder> {
		for (const { ordinal, corners, edges } of this.#rings) {
			let from = 0;
			for (let at = 0; at <= edges.length; at++) {
				if (at < edges.length && this.#isOpen(edges[at]!)) continue;
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
