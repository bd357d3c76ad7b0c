import { describe, expect, it } from 'vitest';
import { fixedFrame, fixedUnits, FIXED_TO } from '../evidence/fixtures/fixed-table.ts';
import { forecastYear } from './forecast.ts';
import { provinceYear } from './province-year.ts';

const countOf = (months: ReadonlyMap<number, number>, from: number, to: number) => {
	let sum = 0;
	for (let month = from; month <= to; month++) sum += months.get(month) ?? 0;
	return sum;
};

describe('the province’s year', () => {
	it('adds up the last twelve months and those before, and holds them against the forecast made then', () => {
		const found = provinceYear(fixedFrame(), FIXED_TO);
		const units = fixedUnits();
		const sum = (from: number, to: number) =>
			units.reduce((all, { counts }) => all + countOf(counts, from, to), 0);
		expect(found).toMatchObject({ units: units.length, ofUnits: units.length });
		expect(found?.now).toBeCloseTo(sum(FIXED_TO - 11, FIXED_TO), 9);
		expect(found?.base).toBeCloseTo(sum(FIXED_TO - 23, FIXED_TO - 12), 9);
		const { province } = forecastYear(fixedFrame(), FIXED_TO - 12);
		expect(found?.expected?.mean).toBeCloseTo(province?.mean ?? NaN, 9);
		expect(found?.expected?.low).toBeCloseTo(province?.low ?? NaN, 9);
	});

	it('leaves communes out that did not report a month, in both years and in what was expected', () => {
		const silent = fixedUnits().map((unit, at) => ({
			...unit,
			counts:
				at === 0 ? new Map([...unit.counts].filter(([month]) => month !== FIXED_TO)) : unit.counts
		}));
		const found = provinceYear(fixedFrame(silent), FIXED_TO);
		const whole = provinceYear(fixedFrame(), FIXED_TO);
		expect(found?.units).toBe(silent.length - 1);
		expect(found?.now).toBeLessThan(whole?.now ?? 0);
		expect(found?.expected?.mean).toBeLessThan(whole?.expected?.mean ?? 0);
	});

	it('knows nothing before there are two years', () => {
		const first = Math.min(...fixedUnits().flatMap(({ counts }) => [...counts.keys()]));
		expect(provinceYear(fixedFrame(), first + 22)).toBeUndefined();
		expect(provinceYear(fixedFrame(), first + 23)?.expected).toBeUndefined();
	});
});
