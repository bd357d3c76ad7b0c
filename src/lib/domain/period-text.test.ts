import { describe, expect, it } from 'vitest';
import { mentionsPeriod, parsePartialPeriod, periodLabel } from './period-text.ts';

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
		['Nov-26', { month: 11, year: 2026 }],
		['Thg 11-26', { month: 11, year: 2026 }],
		['11/26', { month: 11, year: 2026 }],
		['11/12', undefined],
		['202611', { month: 11, year: 2026 }],
		['2026-11-01', { month: 11, year: 2026 }],
		['01/11/2026', { month: 11, year: 2026 }],
		['15/11/2026', undefined],
		['II/2026', { quarter: 2, year: 2026 }],
		['6 tháng đầu năm 2026', { months: { first: 1, last: 6 }, year: 2026 }],
		['6 tháng cuối năm 2026', { months: { first: 7, last: 12 }, year: 2026 }],
		['9 tháng năm 2026', { months: { first: 1, last: 9 }, year: 2026 }],
		['Tháng 1-6/2026', { months: { first: 1, last: 6 }, year: 2026 }],
		['từ tháng 1 đến tháng 6 năm 2026', { months: { first: 1, last: 6 }, year: 2026 }],
		['Nam', undefined],
		['Máy', undefined],
		['từ ngày 15/10 đến ngày 14/11/2026', { exact: { start: '2026-10-15', end: '2026-11-14' } }],
		['15/12 - 14/01/2026', { exact: { start: '2025-12-15', end: '2026-01-14' } }],
		['Tháng 13', undefined],
		['Tổng', undefined],
		['12', undefined],
		['', undefined]
	])('%s', (text, part) => expect(parsePartialPeriod(text)).toEqual(part));
});

it.each([
	['Tháng 13', true],
	['Tuần 5', true],
	['T6', true],
	['Quý V/2025', true],
	['11/12', true],
	['So với 15/2020', true],
	['Phạm pháp hình sự', false],
	['Cùng kỳ', false],
	['Năm trước', false],
	['Tổng số', false]
])('"%s" speaks of a period: %s', (text, speaks) => expect(mentionsPeriod(text)).toBe(speaks));

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
