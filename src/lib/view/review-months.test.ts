import { describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { provinceYears } from './province-years.ts';
import { readMonthText } from './month-text.ts';
import { firstResultsEnd } from './review-months.ts';
import { legendScale } from './slide-legend.ts';
import { titleFit } from './slide-view.ts';

const JAN_2017 = toMonth(2017, 1);
const none = (length: number) => Array.from({ length }, () => 0);
const series = (approved: number[], transformed = none(approved.length)) => ({
	fromMonth: JAN_2017,
	approved,
	transformed
});

describe('the year of the first results', () => {
	it('is the one in which the first communes were recognised', () => {
		const approved = Array.from({ length: 60 }, () => 44);
		const transformed = approved.map((_, at) => (at < 30 ? 0 : 19));
		expect(firstResultsEnd(series(approved, transformed), JAN_2017 + 59)).toBe(toMonth(2019, 12));
	});

	it('is the one of the first approvals before any was recognised', () => {
		const approved = Array.from({ length: 30 }, (_, at) => Math.max(0, at - 13));
		expect(firstResultsEnd(series(approved), JAN_2017 + 29)).toBe(toMonth(2018, 12));
	});

	it('is the last whole year where its own is not over', () => {
		const approved = Array.from({ length: 30 }, () => 44);
		const transformed = approved.map((_, at) => (at < 26 ? 0 : 3));
		expect(firstResultsEnd(series(approved, transformed), JAN_2017 + 29)).toBe(toMonth(2018, 12));
	});

	it('is not known without approvals or before a year has ended', () => {
		expect(firstResultsEnd(series([0, 0, 0]), JAN_2017 + 2)).toBeUndefined();
		expect(firstResultsEnd(series([1, 2, 2]), JAN_2017 + 2)).toBeUndefined();
	});
});

describe('years of the province', () => {
	it('are sums of months, as far as the slide’s month', () => {
		const values = Array.from({ length: 14 }, (_, at) => (at === 13 ? null : 2));
		expect(provinceYears(values, JAN_2017, JAN_2017 + 13)).toEqual([
			{ year: 2017, sum: 24, whole: true },
			{ year: 2018, sum: 2, whole: false }
		]);
		expect(provinceYears(values, JAN_2017, JAN_2017 + 5)).toEqual([
			{ year: 2017, sum: 12, whole: false }
		]);
	});
});

describe('months as people write them', () => {
	it('are read with slashes, dots and hyphens, and as addresses have them', () => {
		const march = toMonth(2019, 3);
		for (const text of ['3/2019', '03/2019', '03.2019', '3-2019', ' 2019-03 ']) {
			expect(readMonthText(text), text).toBe(march);
		}
		for (const text of ['13/2019', '2019', 'ba', '']) expect(readMonthText(text)).toBeUndefined();
	});
});

describe('sizes on a slide', () => {
	it('are full while there is room, and smaller after', () => {
		expect([titleFit('42 trong 44 xã đã đạt; 3 tái phức tạp', false), legendScale(8)]).toEqual([
			1, 1
		]);
		expect(titleFit('x'.repeat(120), false)).toBeLessThan(0.7);
		expect(titleFit('x'.repeat(500), true)).toBeGreaterThanOrEqual(0.42);
		expect(legendScale(12)).toBeCloseTo(0.75);
	});
});
