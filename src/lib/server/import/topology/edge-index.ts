import Flatbush from 'flatbush';
import type { OpenBorder } from './open-borders.ts';

/** Edges of borders, found by place; held without an object for each, so that millions fit. */
export class EdgeIndex {
	readonly #ordinals: Int32Array;
	/** x1, y1, x2, y2 of each edge. */
	readonly #ends: Float64Array;
	readonly #index: Flatbush | undefined;

	/** @param borders run with their unit to the right */
	constructor(borders: readonly OpenBorder[]) {
		const count = borders.reduce((sum, { line }) => sum + Math.max(0, line.length / 2 - 1), 0);
		this.#ordinals = new Int32Array(count);
		this.#ends = new Float64Array(4 * count);
		if (count === 0) return;
		this.#index = new Flatbush(count);
		let edge = 0;
		for (const { ordinal, line } of borders) {
			for (let at = 2; at < line.length; at += 2, edge++) {
				const [x1, y1, x2, y2] = [line[at - 2]!, line[at - 1]!, line[at]!, line[at + 1]!];
				this.#ordinals[edge] = ordinal;
				this.#ends.set([x1, y1, x2, y2], 4 * edge);
				this.#index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
			}
		}
		this.#index.finish();
	}

	get size(): number {
		return this.#ordinals.length;
	}

	ordinalOf(edge: number): number {
		return this.#ordinals[edge]!;
	}

	/** The edge's ends: x1, y1, x2, y2. */
	endsOf(edge: number): Float64Array {
		return this.#ends.subarray(4 * edge, 4 * edge + 4);
	}

	/**
	 * In how many units a point lies, by the borders that a ray from it to the east crosses.
	 *
	 * Borders that two units share cancel out, so those that are not shared suffice.
	 */
	depthAt(x: number, y: number): number {
		let depth = 0;
		this.#index?.search(x, y, Infinity, y, (edge) => {
			const at = 4 * edge;
			const [x1, y1] = [this.#ends[at]!, this.#ends[at + 1]!];
			const [x2, y2] = [this.#ends[at + 2]!, this.#ends[at + 3]!];
			if (y1 <= y !== y2 <= y) {
				const left = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
				if (y2 > y1 && left > 0) depth--;
				else if (y2 < y1 && left < 0) depth++;
			}
			return false;
		});
		return depth;
	}

	/** Edges no farther from a point than some degrees. */
	near(x: number, y: number, degrees: number): number[] {
		return (
			this.#index?.search(
				...([x - degrees, y - degrees, x + degrees, y + degrees] as const),
				(edge) => distanceToEdge(x, y, this.endsOf(edge)) <= degrees
			) ?? []
		);
	}

	/** Edges whose box touches that of another edge, widened by some degrees. */
	around(ends: Float64Array, degrees: number): number[] {
		const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends;
		return (
			this.#index?.search(
				Math.min(x1, x2) - degrees,
				Math.min(y1, y2) - degrees,
				Math.max(x1, x2) + degrees,
				Math.max(y1, y2) + degrees
			) ?? []
		);
	}
}

/** Distance of a point to an edge, in the units of both. */
export function distanceToEdge(x: number, y: number, ends: Float64Array): number {
	const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends;
	const [dx, dy] = [x2 - x1, y2 - y1];
	const squared = dx * dx + dy * dy;
	const share = squared === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / squared;
	const along = Math.min(1, Math.max(0, share));
	return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
