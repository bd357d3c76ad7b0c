import type { Position } from 'geojson';

/** Points that are joined, each with its neighbours and their distance. */
export interface Network {
	places: Position[];
	neighbours: Map<number, number>[];
}

/** Joins two places of a network, both ways. */
export function join(network: Network, a: number, b: number): void {
	const [from, to] = [network.places[a], network.places[b]];
	if (!from || !to) return;
	const length = distance(from, to);
	network.neighbours[a]?.set(b, length);
	network.neighbours[b]?.set(a, length);
}

/** The places of the largest connected part of a network, by index. */
export function largestPart({ places, neighbours }: Network): number[] {
	const seen = new Set<number>();
	let largest: number[] = [];
	for (const start of places.keys()) {
		if (seen.has(start)) continue;
		const part = [start];
		seen.add(start);
		for (const place of part) {
			for (const next of neighbours[place]?.keys() ?? []) {
				if (seen.has(next)) continue;
				seen.add(next);
				part.push(next);
			}
		}
		if (part.length > largest.length) largest = part;
	}
	return largest;
}

/** The place nearest to a position, of those that are named by index. */
export function nearest({ places }: Network, among: readonly number[], position: Position): number {
	const lengthTo = (at: number) => distance(places[at] ?? [Infinity, 0], position);
	return among.reduce((best, at) => (lengthTo(at) < lengthTo(best) ? at : best), among[0] ?? 0);
}

/** The shortest way between two places, by Dijkstra's algorithm; empty if they are not connected. */
export function shortestPath(
	{ places, neighbours }: Network,
	from: number,
	to: number
): Position[] {
	const lengths = new Map([[from, 0]]);
	const before = new Map<number, number>();
	const open = new Set([from]);
	while (open.size > 0) {
		let current = -1;
		for (const place of open) {
			if (current < 0 || at(lengths, place) < at(lengths, current)) current = place;
		}
		if (current === to) break;
		open.delete(current);
		for (const [next, length] of neighbours[current] ?? []) {
			const reached = at(lengths, current) + length;
			if (reached >= at(lengths, next)) continue;
			lengths.set(next, reached);
			before.set(next, current);
			open.add(next);
		}
	}
	if (!lengths.has(to)) return [];
	const path: Position[] = [];
	for (let place: number | undefined = to; place !== undefined; place = before.get(place)) {
		const position = places[place];
		if (position) path.unshift(position);
	}
	return path;
}

/** Rounds the corners of a line, by Chaikin's algorithm. */
export function smooth(line: readonly Position[], rounds: number): Position[] {
	if (rounds === 0 || line.length < 3) return [...line];
	const between = line.slice(1).flatMap((end, index) => {
		const start = line[index] ?? end;
		return [mix(start, end, 0.25), mix(start, end, 0.75)];
	});
	const ends = [line[0], line.at(-1)].flatMap((end) => (end ? [end] : []));
	return smooth([...ends.slice(0, 1), ...between, ...ends.slice(1)], rounds - 1);
}

const at = (lengths: ReadonlyMap<number, number>, place: number) => lengths.get(place) ?? Infinity;

function mix([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, share: number): Position {
	return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
}

function distance([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number {
	return Math.hypot(x1 - x2, y1 - y2);
}
