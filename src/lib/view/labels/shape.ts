import type { ScreenPolygons } from './label-types.ts';

/** A stretch along a row of the map, in pixels. */
export type Span = readonly [from: number, to: number];

/** A ring in a form that is fast to run along: x and y in turn, the first point not repeated. */
interface RingLine {
	readonly coordinates: Float64Array;
	readonly top: number;
	readonly bottom: number;
}

/** A unit's shape on the screen, ready to be asked many times. */
export class Shape {
	readonly width: number;
	readonly height: number;
	readonly #rings: readonly RingLine[];
	readonly #outer: readonly RingLine[];

	constructor(polygons: ScreenPolygons) {
		this.#outer = polygons.flatMap(([ring]) => (ring ? [ringLine(ring)] : []));
		this.#rings = [
			...this.#outer,
			...polygons.flatMap((rings) => rings.slice(1).map((ring) => ringLine(ring)))
		];
		let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
		for (const ring of this.#outer) {
			top = Math.min(top, ring.top);
			bottom = Math.max(bottom, ring.bottom);
			for (let at = 0; at < ring.coordinates.length; at += 2) {
				left = Math.min(left, ring.coordinates[at] ?? left);
				right = Math.max(right, ring.coordinates[at] ?? right);
			}
		}
		this.width = Math.max(0, right - left);
		this.height = Math.max(0, bottom - top);
	}

	/** Where a horizontal line enters and leaves the shape, from left to right. */
	crossings(y: number): number[] {
		const found: number[] = [];
		for (const { coordinates, top, bottom } of this.#rings) {
			if (y < top || y > bottom) continue;
			eachEdge(coordinates, (x1, y1, x2, y2) => {
				if (y1 > y !== y2 > y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
			});
		}
		return found.sort((a, b) => a - b);
	}

	/** How far each part of the shape reaches to the left and right between two heights. */
	spans(top: number, bottom: number): Span[] {
		const found: Span[] = [];
		for (const ring of this.#outer) {
			if (ring.bottom < top || ring.top > bottom) continue;
			let [from, to] = [Infinity, -Infinity];
			eachEdge(ring.coordinates, (x1, y1, x2, y2) => {
				if (Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) return;
				const slope = y1 === y2 ? 0 : (x2 - x1) / (y2 - y1);
				for (const [x, y] of [
					[x1, y1],
					[x2, y2]
				] as const) {
					const reached = x + (Math.min(Math.max(y, top), bottom) - y) * slope;
					from = Math.min(from, reached);
					to = Math.max(to, reached);
				}
			});
			if (from <= to) found.push([from, to]);
		}
		return found;
	}
}

/** Whether a place on a row is inside, given where the row crosses the shape's outline. */
export function isInside(crossings: readonly number[], x: number): boolean {
	let before = 0;
	while (before < crossings.length && (crossings[before] ?? x) < x) before++;
	return before % 2 === 1;
}

function ringLine(ring: readonly (readonly [number, number])[]): RingLine {
	const first = ring[0];
	const last = ring[ring.length - 1];
	const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
	const points = closed ? ring.slice(0, -1) : ring;
	const coordinates = new Float64Array(points.length * 2);
	let [top, bottom] = [Infinity, -Infinity];
	points.forEach(([x, y], index) => {
		coordinates[index * 2] = x;
		coordinates[index * 2 + 1] = y;
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	});
	return { coordinates, top, bottom };
}

function eachEdge(
	coordinates: Float64Array,
	visit: (x1: number, y1: number, x2: number, y2: number) => void
): void {
	let x1 = coordinates[coordinates.length - 2] ?? 0;
	let y1 = coordinates[coordinates.length - 1] ?? 0;
	for (let at = 0; at < coordinates.length; at += 2) {
		const x2 = coordinates[at] ?? 0;
		const y2 = coordinates[at + 1] ?? 0;
		visit(x1, y1, x2, y2);
		x1 = x2;
		y1 = y2;
	}
}
