import type { Ring } from '#lib/domain/boundary.ts';

/**
 * A point inside of a polygon: the middle of its widest stretch on a parallel near its middle that runs
 * between corners, so that also the thinnest area has room around it.
 *
 * @param rings the outer ring, then holes; each closed
 */
export function pointInside(rings: readonly Ring[]): [number, number] {
	const latitude = parallelBetweenCorners(rings);
	const crossings: number[] = [];
	for (const ring of rings) {
		for (let at = 1; at < ring.length; at++) {
			const [[x1, y1], [x2, y2]] = [ring[at - 1]!, ring[at]!];
			if (y1 > latitude === y2 > latitude) continue;
			crossings.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
		}
	}
	crossings.sort((a, b) => a - b);
	let best: [number, number] = rings[0]![0]!;
	let width = -1;
	for (let at = 1; at < crossings.length; at += 2) {
		const [west, east] = [crossings[at - 1]!, crossings[at]!];
		if (east - west <= width) continue;
		width = east - west;
		best = [(west + east) / 2, latitude];
	}
	return best;
}

/** Halfway between the corners next to the middle parallel, below and above. */
function parallelBetweenCorners(rings: readonly Ring[]): number {
	let [south, north] = [Infinity, -Infinity];
	for (const [, y] of rings[0]!) {
		south = Math.min(south, y);
		north = Math.max(north, y);
	}
	const middle = (south + north) / 2;
	for (const ring of rings) {
		for (const [, y] of ring) {
			if (y <= middle) south = Math.max(south, y);
			else north = Math.min(north, y);
		}
	}
	return (south + north) / 2;
}
