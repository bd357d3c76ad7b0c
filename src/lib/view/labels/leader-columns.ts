import type { Circle } from './label-types.ts';
import { SIDES, type LeaderChoices, type LeaderSpot, type Side } from './leader-spots.ts';
import { stackLeaders } from './leader-stack.ts';
import { clash, type Occupied } from './occupied.ts';

/** Pixels at factor 1 from the middle of one text to that of the next one below. */
const SPACING = 20;

/** A text with the places that it may take on a side. */
interface Entry<Key> {
	readonly key: Key;
	readonly target: Circle;
	readonly spots: readonly LeaderSpot[];
}

/** Texts on one side, from the uppermost target down, and where they stand now. */
interface Column<Key> {
	readonly entries: readonly Entry<Key>[];
	readonly places: readonly LeaderSpot[];
	readonly cost: number;
}

const EMPTY = { entries: [], places: [], cost: 0 } as const;

/**
 * The texts left and right of the province. One after the other joins; those that stand there already make
 * room by moving up or down, but none of them is given up.
 */
export class LeaderColumns<Key> {
	readonly #factor: number;
	readonly #columns: Readonly<Record<Side, Column<Key>>>;

	/** @param factor scale of the type */
	constructor(
		factor: number,
		columns: Readonly<Record<Side, Column<Key>>> = { left: EMPTY, right: EMPTY }
	) {
		this.#factor = factor;
		this.#columns = columns;
	}

	/**
	 * The columns with one more text, on the side where that lengthens the lines least.
	 *
	 * @param target what it names
	 * @param choices where it may stand
	 * @param labels what has its place in the map and stays there
	 * @returns undefined when it finds no place
	 */
	with(
		key: Key,
		target: Circle,
		choices: LeaderChoices,
		labels: readonly Occupied[]
	): LeaderColumns<Key> | undefined {
		let [best, least]: [LeaderColumns<Key> | undefined, number] = [undefined, Infinity];
		for (const side of SIDES) {
			const spots = free(choices[side], labels);
			if (spots.length === 0) continue;
			const column = this.#withEntry(side, { key, target, spots });
			if (!column) continue;
			const added = column.cost - this.#columns[side].cost;
			if (best && added >= least) continue;
			const columns = { ...this.#columns, [side]: column };
			[best, least] = [new LeaderColumns(this.#factor, columns), added];
		}
		return best;
	}

	/**
	 * The same texts with shorter lines: one after the other leaves its side and joins where it lengthens the lines
	 * least, now that all the others are there.
	 *
	 * @param choicesOf where each may stand
	 */
	settled(choicesOf: (key: Key) => LeaderChoices, labels: readonly Occupied[]): LeaderColumns<Key> {
		let best: LeaderColumns<Key> = new LeaderColumns(this.#factor, this.#columns);
		for (const side of SIDES) {
			for (const { key, target } of this.#columns[side].entries) {
				const again = best.#without(key)?.with(key, target, choicesOf(key), labels);
				if (again && again.#cost < best.#cost) best = again;
			}
		}
		return best;
	}

	/**
	 * The same columns, whose texts will not move to where labels have taken their places since.
	 *
	 * @param labels that none of the texts is in the way of
	 */
	clearOf(labels: readonly Occupied[]): LeaderColumns<Key> {
		const cleared = (column: Column<Key>): Column<Key> => ({
			...column,
			entries: column.entries.map((entry) => ({ ...entry, spots: free(entry.spots, labels) }))
		});
		const { left, right } = this.#columns;
		return new LeaderColumns(this.#factor, { left: cleared(left), right: cleared(right) });
	}

	/** Where each text stands. */
	places(): Map<Key, LeaderSpot> {
		const found = new Map<Key, LeaderSpot>();
		for (const side of SIDES) {
			const { entries, places } = this.#columns[side];
			entries.forEach(({ key }, index) => {
				const place = places[index];
				if (place) found.set(key, place);
			});
		}
		return found;
	}

	get #cost(): number {
		return this.#columns.left.cost + this.#columns.right.cost;
	}

	/** The columns without a text; those left close the gap. */
	#without(key: Key): LeaderColumns<Key> | undefined {
		const left = this.#column('left', this.#remaining('left', key));
		const right = this.#column('right', this.#remaining('right', key));
		return left && right && new LeaderColumns(this.#factor, { left, right });
	}

	#remaining(side: Side, key: Key): readonly Entry<Key>[] {
		return this.#columns[side].entries.filter((entry) => entry.key !== key);
	}

	#withEntry(side: Side, entry: Entry<Key>): Column<Key> | undefined {
		const entries = [...this.#columns[side].entries, entry].sort((a, b) => {
			const [one, other] = [a.target, b.target];
			return one.y - other.y || one.x - other.x;
		});
		return this.#column(side, entries);
	}

	/** Texts of one side in their best places; undefined when they do not all find one. */
	#column(side: Side, entries: readonly Entry<Key>[]): Column<Key> | undefined {
		if (entries.length === 0) return EMPTY;
		const opposite = this.#columns[side === 'left' ? 'right' : 'left'].places;
		const choices = entries.map(({ spots }) => free(spots, opposite));
		const places = stackLeaders(choices, SPACING * this.#factor);
		return places && { entries, places, cost: places.reduce((sum, { cost }) => sum + cost, 0) };
	}
}

function free(spots: readonly LeaderSpot[], others: readonly Occupied[]): LeaderSpot[] {
	return spots.filter((spot) => !others.some((other) => clash(spot, other)));
}
