/** For each unit, by its place in a list, the places of its neighbours in rising order. */
export type Neighbours = readonly (readonly number[])[];

/** A TopoJSON geometry's arcs: numbers, ~number for one that is run through backwards, nested as rings are. */
export type ArcList = readonly (number | ArcList)[];

/**
 * Queen contiguity: units are neighbours when they share a border or a single point.
 *
 * Arcs of a topology are cut wherever borders meet, so that whoever shares a point shares the end of an arc.
 *
 * @param arcs points of each arc of the topology
 * @param units arcs of each unit
 */
export function queenNeighbours(
	arcs: readonly (readonly (readonly number[])[])[],
	units: readonly ArcList[]
): Neighbours {
	const touching = new Map<string, number[]>();
	units.forEach((list, unit) => {
		const marks = new Set<string>();
		for (const arc of flatten(list)) {
			const points = arcs[arc]!;
			marks.add(`arc ${arc}`);
			marks.add(points[0]!.join(' '));
			marks.add(points.at(-1)!.join(' '));
		}
		for (const mark of marks) {
			const found = touching.get(mark);
			if (found) found.push(unit);
			else touching.set(mark, [unit]);
		}
	});
	const neighbours = units.map(() => new Set<number>());
	for (const group of touching.values()) {
		for (const one of group)
			for (const other of group) if (one !== other) neighbours[one]!.add(other);
	}
	return neighbours.map((set) => [...set].sort((a, b) => a - b));
}

function* flatten(list: ArcList): Generator<number> {
	for (const item of list) {
		if (typeof item === 'number') yield item < 0 ? ~item : item;
		else yield* flatten(item);
	}
}
