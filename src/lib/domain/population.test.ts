import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistory, commune, merger } from './fixtures/build-history.ts';
import { populationIn } from './population.ts';

type Figures = Record<number, Record<number, number>>;

/** Commune 10 was made of 1 and a quarter of 2 in 2026, and 1 goes back to 3. */
function records(figures: Figures, share = 0.25) {
	return buildHistory({
		units: [
			commune(1, { validFrom: '2020-01-01', validTo: '2025-12-31' }),
			commune(2, { validTo: '2025-12-31' }),
			commune(3, { validTo: '2019-12-31' }),
			commune(10, { validFrom: '2026-01-01' })
		],
		successions: [
			merger(1, 10, { effective: '2026-01-01' }),
			merger(2, 10, { kind: 'part', populationWeight: share, effective: '2026-01-01' }),
			merger(3, 1, { effective: '2020-01-01' })
		],
		population: new Map(
			Object.entries(figures).map(([id, byYear]) => [
				Number(id),
				new Map(Object.entries(byYear).map(([year, value]) => [Number(year), value]))
			])
		)
	});
}

const at = (figures: Figures, year: number, until?: number) =>
	populationIn(records(figures), 10, year, until);

describe('the population of a unit', () => {
	it('is interpolated for each former unit and flat before and after', () => {
		const known = records(
			{ 1: { 2019: 1000, 2024: 1200 }, 2: { 2019: 500, 2024: 600 }, 10: { 2026: 2100 } },
			1
		);
		const values = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2030].map(
			(year) => populationIn(known, 10, year)!.value
		);
		const expected = [
			1500, 1500, 1555.706, 1613.481, 1673.401, 1735.547, 1800, 1944.222, 2100, 2100
		];
		values.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, 3));
	});

	it('says how each came about', () => {
		const figures = { 1: { 2019: 1000, 2024: 1200 }, 2: { 2019: 500, 2024: 600 }, 10: { 2026: 9 } };
		const sources = [2018, 2019, 2024, 2025, 2026, 2027].map((year) => at(figures, year)?.source);
		expect(sources).toEqual(['held', 'summed', 'summed', 'interpolated', 'reported', 'held']);
	});

	it('never rests on a figure of a later year than is known', () => {
		const figures = { 10: { 2026: 9000, 2030: 12_000 } };
		expect(at(figures, 2030, 2028)).toEqual({ value: 9000, source: 'held' });
		expect(at(figures, 2025, 2025)).toBeUndefined();
	});

	it('goes back as many generations as it takes', () => {
		expect(at({ 3: { 2019: 6000 }, 2: { 2019: 4000 } }, 2019)?.value).toBe(7000);
	});

	it('is not half a sum: only years that all former units are known in count', () => {
		expect(at({ 1: { 2024: 6000 }, 10: { 2026: 9100 } }, 2024)).toEqual({
			value: 9100,
			source: 'held'
		});
		expect(at({ 1: { 2023: 6000 }, 2: { 2024: 4000 } }, 2024)).toBeUndefined();
	});

	it('of a unit that plainly goes on is as reported as it was', () => {
		const history = buildHistory({
			units: [
				commune(1, { validTo: '2019-12-31' }),
				{ ...commune(1), id: 2, validFrom: '2020-01-01' }
			],
			population: new Map([[1, new Map([[2019, 5000]])]])
		});
		expect(populationIn(history, 2, 2019)).toEqual({ value: 5000, source: 'reported' });
	});

	it('of none reported, or of zero people, is unknown', () => {
		expect(at({}, 2024)).toBeUndefined();
		expect(at({ 10: { 2026: 0 } }, 2026)).toBeUndefined();
	});

	it('never steps by more than its reported figures do, and agrees with its former units', () => {
		const people = fc.integer({ min: 100, max: 20_000 });
		fc.assert(
			fc.property(people, people, people, people, (a, b, c, d) => {
				const known = records({ 1: { 2020: a, 2025: b }, 2: { 2020: c, 2025: d } }, 1);
				for (let year = 2020; year <= 2025; year++) {
					const sum = populationIn(known, 1, year)!.value + populationIn(known, 2, year)!.value;
					expect(populationIn(known, 10, year)!.value).toBeCloseTo(sum, 6);
				}
				const most = Math.max(b / a, a / b, d / c, c / d) ** 0.2;
				for (let year = 2017; year < 2028; year++) {
					const step =
						populationIn(known, 10, year + 1)!.value / populationIn(known, 10, year)!.value;
					expect(Math.max(step, 1 / step)).toBeLessThanOrEqual(most + 1e-9);
				}
			})
		);
	});
});
