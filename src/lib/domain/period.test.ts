import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	calendarMonth,
	calendarQuarter,
	calendarYear,
	firstDay,
	isIsoDate,
	lastDay,
	monthOfDate,
	monthOfYear,
	parseMonth,
	reportingMonth,
	toMonth,
	toMonthText,
	yearOf
} from './period.ts';

const month = fc.integer({ min: toMonth(1900, 1), max: toMonth(2199, 12) });

describe('months', () => {
	it('come back from year and month, from text, and from their days', () => {
		fc.assert(
			fc.property(month, (each) => {
				expect(toMonth(yearOf(each), monthOfYear(each))).toBe(each);
				expect(parseMonth(toMonthText(each))).toBe(each);
				expect(monthOfDate(firstDay(each))).toBe(each);
				expect(monthOfDate(lastDay(each))).toBe(each);
			})
		);
	});

	it('follow each other without a gap, in both calendars', () => {
		fc.assert(
			fc.property(month, (each) => {
				for (const periodOf of [calendarMonth, reportingMonth]) {
					expect(addDays(periodOf(each).end, 1)).toBe(periodOf(each + 1).start);
				}
			})
		);
	});

	it.each(['2023-00', '2023-13', '2023-6', '23-06', '2023-06-01', '', ' 2023-06'])(
		'are not read from "%s"',
		(text) => {
			expect(parseMonth(text)).toBeUndefined();
		}
	);

	it('have their last day in leap years too', () => {
		expect(lastDay(toMonth(2024, 2))).toBe('2024-02-29');
		expect(lastDay(toMonth(2023, 2))).toBe('2023-02-28');
		expect(lastDay(toMonth(2025, 12))).toBe('2025-12-31');
	});
});

describe('dates', () => {
	it('move there and back', () => {
		fc.assert(
			fc.property(month, fc.integer({ min: -4000, max: 4000 }), (each, days) => {
				const date = firstDay(each);
				const moved = addDays(date, days);
				expect(isIsoDate(moved)).toBe(true);
				expect(addDays(moved, -days)).toBe(date);
				expect(Math.sign(days)).toBe(moved < date ? -1 : moved > date ? 1 : 0);
			})
		);
	});

	it.each([
		'2023-02-29',
		'2023-13-01',
		'2023-00-10',
		'2023-1-01',
		'2023-01-01T00:00',
		'01/02/2023'
	])('do not include "%s"', (text) => {
		expect(isIsoDate(text)).toBe(false);
	});
});

describe('periods', () => {
	it('have both ends included', () => {
		expect(calendarQuarter(2024, 1)).toMatchObject({ start: '2024-01-01', end: '2024-03-31' });
		expect(calendarQuarter(2024, 4)).toMatchObject({ start: '2024-10-01', end: '2024-12-31' });
		expect(calendarYear(2024)).toMatchObject({ start: '2024-01-01', end: '2024-12-31' });
		expect(reportingMonth(toMonth(2024, 1))).toEqual({
			start: '2023-12-15',
			end: '2024-01-14',
			scheme: 'reporting'
		});
	});
});
