import { describe, expect, it } from 'vitest';
import { commune, merger } from './fixtures/build-history.ts';
import { populationIn, type YearlyValues } from './population.ts';
import { buildLineage } from './succession.ts';

const units = [1, 2, 3, 10].map((id) => commune(id));
const lineage = buildLineage(units, [
	merger(1, 10),
	merger(2, 10, { kind: 'part', populationWeight: 0.25 }),
	merger(3, 1)
]);

function population(year: number, figures: Record<number, Record<number, number>>, unitId = 10) {
	const reported = new Map<number, YearlyValues>(
		Object.entries(figures).map(([id, byYear]) => [
			Number(id),
			new Map(Object.entries(byYear).map(([at, value]) => [Number(at), value]))
		])
	);
	return populationIn(year, unitId, lineage, (id) => reported.get(id));
}

describe('populationIn', () => {
	it("takes the unit's own figure first", () => {
		expect(population(2024, { 10: { 2024: 9000 }, 1: { 2024: 5 }, 2: { 2024: 5 } })).toBe(9000);
	});

	it('else adds up its former units, each with its share', () => {
		expect(population(2024, { 10: { 2025: 9000 }, 1: { 2024: 6000 }, 2: { 2024: 4000 } })).toBe(
			7000
		);
	});

	it('goes back as many generations as it takes', () => {
		expect(population(2019, { 3: { 2019: 6000 }, 2: { 2019: 4000 } })).toBe(7000);
	});

	it('else takes its own figure of the nearest year, rather than half a sum', () => {
		const known = { 10: { 2026: 9100, 2028: 9300 }, 1: { 2024: 6000 } };
		expect(population(2024, known)).toBe(9100);
		expect(population(2029, known)).toBe(9300);
	});

	it('is unknown without any of these', () => {
		expect(population(2024, { 1: { 2024: 6000 } })).toBeUndefined();
		expect(population(2024, {})).toBeUndefined();
	});

	it('is not taken from the year before for a former unit', () => {
		expect(population(2024, { 1: { 2023: 6000 }, 2: { 2024: 4000 } })).toBeUndefined();
	});
});
