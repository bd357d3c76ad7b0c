/** A commune, as far as the spread of a choice over the province is concerned. */
export interface SpreadUnit {
	unitId: number;
	/** District. */
	group: string;
	population: number | undefined;
	areaKm2: number;
	/** How many former communes it was made of; 1 where it is unchanged. */
	formerUnits: number;
}

/** How many of some communes are candidates, and how many are chosen. */
export interface SpreadRow<Key> {
	key: Key;
	units: number;
	population: number;
	candidates: number;
	chosen: number;
}

/** Third of the communes by density of population, the best stand-in for remoteness that every province has. */
export type DensityThird = 'sparse' | 'middle' | 'dense' | 'unknown';

const THIRDS: readonly DensityThird[] = ['sparse', 'middle', 'dense', 'unknown'];

/** Densities in people per km² that part the thirds: below the first is sparse, from the second on dense. */
export function densityBounds(units: readonly SpreadUnit[]): [number, number] | undefined {
	const known = units.flatMap((unit) => densityOf(unit) ?? []).sort((a, b) => a - b);
	if (known.length < THIRDS.length) return undefined;
	const at = (share: number) => known[Math.floor(known.length * share)]!;
	return [at(1 / 3), at(2 / 3)];
}

export function densityThird(
	unit: SpreadUnit,
	[low, high]: readonly [number, number]
): DensityThird {
	const density = densityOf(unit);
	if (density === undefined) return 'unknown';
	return density < low ? 'sparse' : density < high ? 'middle' : 'dense';
}

function densityOf({ population, areaKm2 }: SpreadUnit): number | undefined {
	return population === undefined || areaKm2 <= 0 ? undefined : population / areaKm2;
}

/**
 * How a choice spreads over parts of the province: a check of its outcome, never an input.
 *
 * @param keyOf the part that a commune is in
 * @param inOrder of the rows
 */
export function spreadOver<Key>(
	units: readonly SpreadUnit[],
	keyOf: (unit: SpreadUnit) => Key,
	candidates: ReadonlySet<number>,
	chosen: ReadonlySet<number>,
	inOrder: (a: Key, b: Key) => number
): SpreadRow<Key>[] {
	const keys = [...new Set(units.map(keyOf))].sort(inOrder);
	return keys.map((key) => {
		const members = units.filter((unit) => keyOf(unit) === key);
		const count = (ids: ReadonlySet<number>) =>
			members.filter(({ unitId }) => ids.has(unitId)).length;
		return {
			key,
			units: members.length,
			candidates: count(candidates),
			chosen: count(chosen),
			population: members.reduce((sum, { population }) => sum + (population ?? 0), 0)
		};
	});
}

export const byThird = (a: DensityThird, b: DensityThird) => THIRDS.indexOf(a) - THIRDS.indexOf(b);
