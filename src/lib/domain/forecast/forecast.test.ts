import { describe, expect, it } from 'vitest';
import { FrameFigures } from '../evidence/frame-figures.ts';
import { fixedFrame, fixedUnits, FIXED_FROM, FIXED_TO } from '../evidence/fixtures/fixed-table.ts';
import { forecastPlaceOf, forecastYear } from './forecast.ts';
import { forecastRate } from './province-rate.ts';

describe('a forecast', () => {
	it('of a province has the published value and interval', () => {
		const found = forecastRate([310, 295, 330, 300, 260, 270, 340, 335, 350])!;
		expect(found.rate).toBeCloseTo(345.80823, 5);
		expect(found.variance).toBeCloseTo(0.01454, 5);
		expect(found.low).toBeCloseTo(268.48045, 4);
		expect(found.high).toBeCloseTo(445.40797, 4);
	});

	it('needs seven years, and a case in each', () => {
		expect(forecastRate([1, 2, 3, 4, 5, 6])).toBeUndefined();
		expect(forecastRate([1, 2, 3, 0, 5, 6, 7])).toBeUndefined();
	});

	it('of communes adds up to about the province’s', () => {
		const { province, units } = forecastYear(fixedFrame(), FIXED_TO);
		const sum = units.reduce((total, unit) => total + unit!.mean, 0);
		expect(Math.abs(sum / province!.mean - 1)).toBeLessThan(0.05);
		for (const unit of units) {
			expect(unit!.low).toBeLessThanOrEqual(unit!.mean);
			expect(unit!.high).toBeGreaterThanOrEqual(unit!.mean);
		}
	});

	it('knows nothing of what came after', () => {
		const at = FIXED_TO - 12;
		const cut = fixedUnits().map((unit) => ({
			...unit,
			counts: new Map([...unit.counts].filter(([month]) => month <= at))
		}));
		const then = new FrameFigures(cut, { from: FIXED_FROM, to: at });
		expect(forecastYear(fixedFrame(), at)).toEqual(forecastYear(then, at));
	});

	it('is missing in the first years, and for a province that did not report', () => {
		expect(forecastYear(fixedFrame(), FIXED_FROM + 60).province).toBeUndefined();
		const silent = fixedUnits().map((unit) => ({
			...unit,
			counts: new Map([...unit.counts].filter(([month]) => Math.floor(month / 12) !== 2022))
		}));
		const { province, units } = forecastYear(fixedFrame(silent), FIXED_TO);
		expect(province).toBeUndefined();
		expect(units.every((unit) => unit === undefined)).toBe(true);
	});

	it('is held against what came', () => {
		const forecast = { mean: 7, low: 2, high: 14 };
		expect([1, 2, 14, 15].map((count) => forecastPlaceOf(count, forecast))).toEqual([
			'below',
			'within',
			'within',
			'above'
		]);
	});
});
