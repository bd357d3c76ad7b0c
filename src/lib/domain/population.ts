import type { Lineage } from './succession.ts';

/** Population by year, as reported for one unit. */
export type YearlyValues = ReadonlyMap<number, number>;

/**
 * Population of a unit in a year: its own figure; else the sum of the units it came from; else its own of
 * the nearest year.
 *
 * @returns undefined when nothing is known in any of these ways
 */
export function populationIn(
	year: number,
	unitId: number,
	lineage: Lineage,
	reported: (unitId: number) => YearlyValues | undefined
): number | undefined {
	const own = reported(unitId);
	const exact = own?.get(year);
	if (exact !== undefined) return exact;
	const predecessors = lineage.get(unitId) ?? [];
	let sum = 0;
	let complete = predecessors.length > 0;
	for (const { unitId: former, weight } of predecessors) {
		const value = populationOfFormer(year, former, lineage, reported);
		if (value === undefined) complete = false;
		else sum += value * weight;
	}
	if (complete) return sum;
	return nearestYear(own, year);
}

/** Only exact years count for former units: a guess must not be summed up as if it were reported. */
function populationOfFormer(
	year: number,
	unitId: number,
	lineage: Lineage,
	reported: (unitId: number) => YearlyValues | undefined
): number | undefined {
	const exact = reported(unitId)?.get(year);
	if (exact !== undefined) return exact;
	const predecessors = lineage.get(unitId) ?? [];
	if (predecessors.length === 0) return undefined;
	let sum = 0;
	for (const { unitId: former, weight } of predecessors) {
		const value = populationOfFormer(year, former, lineage, reported);
		if (value === undefined) return undefined;
		sum += value * weight;
	}
	return sum;
}

function nearestYear(values: YearlyValues | undefined, year: number): number | undefined {
	let best: { distance: number; value: number } | undefined;
	for (const [at, value] of values ?? []) {
		const distance = Math.abs(at - year);
		if (!best || distance < best.distance) best = { distance, value };
	}
	return best?.value;
}
