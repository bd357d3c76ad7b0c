import { describe, expect, it } from 'vitest';
import { completePeriod, yearsBefore } from './complete-period.ts';
import { calendarMonth, reportingMonth, toMonth } from './period.ts';

const YEAR = { whole: true, year: 2025 } as const;

describe('putting a period together', () => {
	it('takes the month from the heading and the year from what is around', () => {
		expect(completePeriod([{ month: 6 }], [YEAR], 'calendar')).toEqual({
			start: '2025-06-01',
			end: '2025-06-30',
			scheme: 'calendar'
		});
	});

	it('knows the months, quarters and years from the 15th to the 14th', () => {
		const read = (part: object) => completePeriod([{ ...part, year: 2025 }], [], 'reporting');
		expect(read({ month: 1 })).toEqual(reportingMonth(toMonth(2025, 1)));
		expect(read({ quarter: 2 })).toMatchObject({ start: '2025-03-15', end: '2025-06-14' });
		expect(read({ whole: true })).toMatchObject({ start: '2024-12-15', end: '2025-12-14' });
		expect(read({ months: { first: 1, last: 6 } })).toMatchObject({
			start: '2024-12-15',
			end: '2025-06-14'
		});
	});

	it('knows the calendar of days that are written out', () => {
		const days = (start: string, end: string) => [{ exact: { start, end } }];
		expect(completePeriod(days('2025-05-15', '2025-06-14'), [], 'calendar')).toMatchObject({
			scheme: 'reporting'
		});
		expect(completePeriod(days('2025-05-01', '2025-05-31'), [], 'reporting')).toMatchObject({
			scheme: 'calendar'
		});
	});

	it('takes a column’s month before the days that the whole table covers', () => {
		const table = { exact: { start: '2024-01-01', end: '2024-12-31' } };
		expect(completePeriod([{ month: 6, year: 2024 }], [table], 'calendar')).toEqual(
			calendarMonth(toMonth(2024, 6))
		);
	});

	it('takes the narrower of title, sheet and choice, when they are of one year', () => {
		expect(completePeriod([], [YEAR, { month: 11 }], 'calendar')).toEqual(
			calendarMonth(toMonth(2025, 11))
		);
		expect(completePeriod([], [YEAR, { month: 11, year: 2024 }], 'calendar')).toBe('contradiction');
	});

	it('keeps a whole year that the figure’s own heading names', () => {
		expect(completePeriod([YEAR], [{ month: 11, year: 2025 }], 'calendar')).toMatchObject({
			start: '2025-01-01',
			end: '2025-12-31'
		});
	});

	it('does not choose between two years of one figure', () => {
		expect(completePeriod([{ month: 6, year: 2026 }, { year: 2025 }], [], 'calendar')).toBe(
			'contradiction'
		);
	});

	it('does not guess a year', () => {
		expect(completePeriod([{ month: 6 }], [undefined], 'calendar')).toBe('incomplete');
		expect(completePeriod([{ year: 2025 }], [], 'calendar')).toBe('incomplete');
	});
});

it('finds the same months of a year before, to their last days', () => {
	expect(yearsBefore(calendarMonth(toMonth(2024, 2)), 1)).toEqual(calendarMonth(toMonth(2023, 2)));
	expect(yearsBefore(calendarMonth(toMonth(2025, 2)), 1)).toEqual(calendarMonth(toMonth(2024, 2)));
	expect(yearsBefore(reportingMonth(toMonth(2026, 1)), 2)).toEqual(
		reportingMonth(toMonth(2024, 1))
	);
});
