import { describe, expect, it } from 'vitest';
import { completePeriod, parsePartialPeriod, periodLabel } from './period-text.ts';

describe('periods in headings and cells', () => {
	it.each([
		['Tháng 6/2025', { month: 6, year: 2025 }],
		['tháng 06 năm 2025', { month: 6, year: 2025 }],
		['Tháng 6'.normalize('NFD'), { month: 6 }],
		['T6', { month: 6 }],
		['Th. 6', undefined],
		['Th.6', { month: 6 }],
		['m12', { month: 12 }],
		['06/2025', { month: 6, year: 2025 }],
		['2025-06', { month: 6, year: 2025 }],
		['Jun 2025', { month: 6, year: 2025 }],
		['Quý II/2025', { quarter: 2, year: 2025 }],
		['quý 4', { quarter: 4 }],
		['q1', { quarter: 1 }],
		['Năm 2025', { whole: true, year: 2025 }],
		['2025', { whole: true, year: 2025 }],
		['Cả năm', { whole: true }],
		['y', { whole: true }],
		['15/05/2025 - 14/06/2025', { exact: { start: '2025-05-15', end: '2025-06-14' } }],
		['từ 15/05/2025 đến 14/06/2025', { exact: { start: '2025-05-15', end: '2025-06-14' } }],
		[
			'Từ ngày 15/5/2025 đến hết ngày 14/6/2025',
			{ exact: { start: '2025-05-15', end: '2025-06-14' } }
		],
		['Tháng 13', undefined],
		['Tổng', undefined],
		['12', undefined],
		['', undefined]
	])('%s', (text, part) => expect(parsePartialPeriod(text)).toEqual(part));
});

describe('putting a period together', () => {
	it('takes the month from the heading and the year from the row', () => {
		expect(completePeriod([{ month: 6 }, { year: 2025, whole: true }], 'calendar')).toEqual({
			start: '2025-06-01',
			end: '2025-06-30',
			scheme: 'calendar'
		});
	});
	it('knows the months and years from the 15th to the 14th', () => {
		expect(completePeriod([{ month: 1, year: 2025 }], 'reporting')).toEqual({
			start: '2024-12-15',
			end: '2025-01-14',
			scheme: 'reporting'
		});
		expect(completePeriod([{ whole: true, year: 2025 }], 'reporting')).toEqual({
			start: '2024-12-15',
			end: '2025-12-14',
			scheme: 'reporting'
		});
	});
	it('knows the calendar of days that are written out', () => {
		const days = (start: string, end: string) => [{ exact: { start, end } }];
		expect(completePeriod(days('2025-05-15', '2025-06-14'), 'calendar')?.scheme).toBe('reporting');
		expect(completePeriod(days('2025-05-01', '2025-05-31'), 'reporting')?.scheme).toBe('calendar');
	});
	it('takes a column’s month before the days that the whole table covers', () => {
		const whole = { exact: { start: '2024-01-01', end: '2024-12-31' } };
		expect(completePeriod([{ month: 6, year: 2024 }, whole], 'calendar')).toEqual({
			start: '2024-06-01',
			end: '2024-06-30',
			scheme: 'calendar'
		});
	});
	it('does not guess a year', () => {
		expect(completePeriod([{ month: 6 }, undefined], 'calendar')).toBeUndefined();
		expect(completePeriod([{ year: 2025 }], 'calendar')).toBeUndefined();
	});
});

it('names a period shortly', () => {
	expect(periodLabel({ start: '2025-06-01', end: '2025-06-30', scheme: 'calendar' })).toBe(
		'06/2025'
	);
	expect(periodLabel({ start: '2025-05-15', end: '2025-06-14', scheme: 'reporting' })).toBe(
		'06/2025'
	);
	expect(periodLabel({ start: '2025-01-01', end: '2025-12-31', scheme: 'calendar' })).toBe(
		'01/01/2025–31/12/2025'
	);
});
