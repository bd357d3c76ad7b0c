import { at } from '../at.ts';

/** A corner of the map in whole units of 0.00001°, so that comparisons are exact. */
export type GridPoint = readonly [x: number, y: number];
export type Segment = readonly [GridPoint, GridPoint];

/** Which side of the line a→b the point c is on: exact, because all values are small whole numbers. */
function side(a: GridPoint, b: GridPoint, c: GridPoint): number {
	return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function same(a: GridPoint, b: GridPoint): boolean {
	return a[0] === b[0] && a[1] === b[1];
}

function within(a: GridPoint, b: GridPoint, c: GridPoint): boolean {
	return (
		Math.min(a[0], b[0]) <= c[0] &&
		c[0] <= Math.max(a[0], b[0]) &&
		Math.min(a[1], b[1]) <= c[1] &&
		c[1] <= Math.max(a[1], b[1])
	);
}

/** Whether two segments meet anywhere else than at an end that both share. */
function clash([a, b]: Segment, [c, d]: Segment): boolean {
	const shared = [c, d].filter((end) => same(end, a) || same(end, b)).length;
	if (shared === 2) return true;
	const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
	if (shared === 1) {
		// Segments from one point clash only when they lie on each other.
		if (c1 !== 0 || d1 !== 0) return false;
		const [hub, end, other] = same(a, c)
			? [a, b, d]
			: same(a, d)
				? [a, b, c]
				: same(b, c)
					? [b, a, d]
					: [b, a, c];
		return (end[0] - hub[0]) * (other[0] - hub[0]) + (end[1] - hub[1]) * (other[1] - hub[1]) > 0;
	}
	if (c1 * d1 < 0 && a1 * b1 < 0) return true;
	return (
		(c1 === 0 && within(a, b, c)) ||
		(d1 === 0 && within(a, b, d)) ||
		(a1 === 0 && within(c, d, a)) ||
		(b1 === 0 && within(c, d, b))
	);
}

const BIN = 500;

/** Pairs of segments (by index) that clash. */
export function findClashes(segments: readonly Segment[]): [number, number][] {
	const bins = new Map<string, number[]>();
	const clashes = new Map<string, [number, number]>();
	segments.forEach(([a, b], index) => {
		for (
			let bx = Math.floor(Math.min(a[0], b[0]) / BIN);
			bx <= Math.floor(Math.max(a[0], b[0]) / BIN);
			bx++
		) {
			for (
				let by = Math.floor(Math.min(a[1], b[1]) / BIN);
				by <= Math.floor(Math.max(a[1], b[1]) / BIN);
				by++
			) {
				const key = `${bx} ${by}`;
				const bin = bins.get(key) ?? [];
				for (const other of bin) {
					if (clash(at(segments, index), at(segments, other)))
						clashes.set(`${other} ${index}`, [other, index]);
				}
				bin.push(index);
				bins.set(key, bin);
			}
		}
	});
	return [...clashes.values()];
}
