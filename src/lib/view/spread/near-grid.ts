/** Things sorted into square cells, so that only neighbours are held against each other. */
export interface NearGrid<P> {
	/** Every two things in one cell or in cells that touch, once. */
	pairs(): Generator<[P, P]>;
}

/** The cells after one's own: each two cells that touch are met once. */
const AFTER = [
	[1, 0],
	[-1, 1],
	[0, 1],
	[1, 1]
] as const;

/**
 * Sorts things by where they are.
 *
 * @param reach things further from each other than this need not be a pair
 */
export function gridOf<P extends { x: number; y: number }>(
	things: readonly P[],
	reach: number
): NearGrid<P> {
	const cells = new Map<string, { column: number; row: number; things: P[] }>();
	for (const thing of things) {
		const [column, row] = [Math.floor(thing.x / reach), Math.floor(thing.y / reach)];
		const key = `${column} ${row}`;
		const cell = cells.get(key);
		if (cell) cell.things.push(thing);
		else cells.set(key, { column, row, things: [thing] });
	}
	return {
		*pairs() {
			for (const { column, row, things: own } of cells.values()) {
				for (const [at, one] of own.entries()) {
					for (const other of own.slice(at + 1)) yield [one, other];
					for (const [right, down] of AFTER) {
						const next = cells.get(`${column + right} ${row + down}`);
						for (const other of next?.things ?? []) yield [one, other];
					}
				}
			}
		}
	};
}
