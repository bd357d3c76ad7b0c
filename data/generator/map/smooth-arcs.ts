import { at } from '../at.ts';
import type { Arc } from './arcs.ts';
import { ringAreaKm2, type Point } from './projection.ts';

function blend(a: Point, b: Point, share: number): Point {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Moves every inner point halfway to the middle of its two neighbours. */
function relax(points: readonly Point[]): Point[] {
	return points.map((point, i) => {
		const [before, after] = [points[i - 1], points[i + 1]];
		return before && after ? blend(point, blend(before, after, 0.5), 0.5) : point;
	});
}

/** Chaikin's corner cutting with both ends held. */
function cutCorners(points: readonly Point[]): Point[] {
	const cut: Point[] = [at(points, 0)];
	for (let i = 0; i + 1 < points.length; i++) {
		const [a, b] = [at(points, i), at(points, i + 1)];
		cut.push(blend(a, b, 0.25), blend(a, b, 0.75));
	}
	cut.push(at(points, points.length - 1));
	return cut;
}

/** Drops, one by one, the inner point whose triangle with its neighbours is smallest (Visvalingam), while smaller than `leastKm2`. */
function dropFlatPoints(points: readonly Point[], leastKm2: number): Point[] {
	const kept = [...points];
	while (kept.length > 3) {
		let smallest = leastKm2;
		let index = 0;
		for (let i = 1; i + 1 < kept.length; i++) {
			const area = Math.abs(ringAreaKm2([at(kept, i - 1), at(kept, i), at(kept, i + 1)]));
			if (area < smallest) [smallest, index] = [area, i];
		}
		if (index === 0) break;
		kept.splice(index, 1);
	}
	return kept;
}

/** Moves each junction towards the middle of the three points next to it, which opens sharp corners. */
function settleJunctions(arcs: readonly Arc[]): Arc[] {
	const near = new Map<number, Point[]>();
	const note = (junction: number, point: Point): void =>
		void near.set(junction, [...(near.get(junction) ?? []), point]);
	for (const arc of arcs) {
		note(arc.from, at(arc.points, 1));
		note(arc.to, at(arc.points, arc.points.length - 2));
	}
	const settle = (junction: number, point: Point): Point => {
		const others = near.get(junction) ?? [];
		const sum = others.reduce<Point>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
		return blend(point, [sum[0] / others.length, sum[1] / others.length], 0.6);
	};
	return arcs.map((arc) => ({
		...arc,
		points: [
			settle(arc.from, at(arc.points, 0)),
			...arc.points.slice(1, -1),
			settle(arc.to, at(arc.points, arc.points.length - 1))
		]
	}));
}

/** Share of the square of an arc's mean step under which a bend is too flat to keep. */
const FLATNESS = 0.03;

/**
 * Turns traced borders into natural-looking lines: rounded, then bent by `bend`, then without needless points.
 * Junctions stay shared and the sides stay the same.
 */
export function smoothArcs(arcs: readonly Arc[], bend: (place: Point) => Point): Arc[] {
	return settleJunctions(arcs).map((arc) => {
		const first = at(arc.points, 0);
		let length = 0;
		arc.points.reduce((a, b) => {
			length += Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
			return b;
		}, first);
		const step = length / (arc.points.length - 1);
		return {
			...arc,
			points: dropFlatPoints(cutCorners(relax(arc.points)).map(bend), FLATNESS * step * step)
		};
	});
}
