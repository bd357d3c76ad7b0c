import { describe, expect, it } from 'vitest';
import { byThird, densityBounds, densityThird, spreadOver, type SpreadUnit } from './spread.ts';

/** Six communes of 10 km², each denser than the one before; the last one's people are not known. */
const UNITS: SpreadUnit[] = [100, 200, 300, 400, 500, 600, undefined].map((population, at) => ({
	unitId: at,
	group: at < 3 ? 'A' : 'B',
	areaKm2: 10,
	formerUnits: 1 + (at % 3),
	population
}));
const bounds = densityBounds(UNITS)!;
const thirdOf = (unit: SpreadUnit) => densityThird(unit, bounds);

describe('the spread of a choice', () => {
	it('parts communes in thirds by density, those without people aside', () => {
		expect(bounds).toEqual([30, 50]);
		expect(UNITS.map(thirdOf)).toEqual([
			'sparse',
			'sparse',
			'middle',
			'middle',
			'dense',
			'dense',
			'unknown'
		]);
		expect(densityBounds(UNITS.slice(0, 3))).toBeUndefined();
	});

	it('counts every commune, candidate and chosen one once', () => {
		const candidates = new Set([0, 1, 2, 3, 4]);
		const chosen = new Set([1, 4]);
		const rows = spreadOver(UNITS, thirdOf, candidates, chosen, byThird);
		expect(rows).toEqual([
			{ key: 'sparse', units: 2, population: 300, candidates: 2, chosen: 1 },
			{ key: 'middle', units: 2, population: 700, candidates: 2, chosen: 0 },
			{ key: 'dense', units: 2, population: 1100, candidates: 1, chosen: 1 },
			{ key: 'unknown', units: 1, population: 0, candidates: 0, chosen: 0 }
		]);
		for (const keyOf of [
			({ group }: SpreadUnit) => group,
			({ formerUnits }: SpreadUnit) => String(formerUnits)
		]) {
			const parts = spreadOver(UNITS, keyOf, candidates, chosen, (a, b) => (a < b ? -1 : 1));
			const sum = (of: 'units' | 'candidates' | 'chosen') =>
				parts.reduce((total, row) => total + row[of], 0);
			expect([sum('units'), sum('candidates'), sum('chosen')]).toEqual([7, 5, 2]);
		}
	});
});
