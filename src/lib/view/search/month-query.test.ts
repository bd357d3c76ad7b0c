import { describe, expect, it } from 'vitest';
import { toMonth, toMonthText } from '#lib/domain/period.ts';
import { findMonths } from './month-query.ts';

const range = { from: toMonth(2017, 1), to: toMonth(2026, 10) };
const found = (text: string) => findMonths(text, range).map(toMonthText);

describe('findMonths', () => {
	it.each([
		'6/2023',
		'06/2023',
		'6 / 2023',
		'06.2023',
		'6-2023',
		'06 2023',
		'tháng 6 2023',
		'Tháng 6 năm 2023',
		'thang 6/2023',
		't6/2023',
		'2023-06',
		'2023/6',
		'June 2023',
		'jun 2023'
	])('reads %s', (text) => {
		expect(found(text)).toEqual(['2023-06']);
	});

	it('offers the latest years while the year is being typed', () => {
		expect(found('6/')).toEqual(['2026-06', '2025-06', '2024-06', '2023-06', '2022-06']);
		expect(found('tháng 11')[0]).toBe('2025-11');
		expect(found('6/201')).toEqual(['2019-06', '2018-06', '2017-06']);
	});

	it('takes a year for its last month', () => {
		expect(found('2023')).toEqual(['2023-12']);
		expect(found('2026')).toEqual(['2026-10']);
	});

	it.each([
		'13/2023',
		'0/2023',
		'2023-13',
		'12/2026',
		'6/2016',
		'2016-06',
		'2026-12',
		'June 2031',
		'2016',
		'2031',
		'03',
		'xyz 2023',
		'noong',
		''
	])('finds none in "%s"', (text) => {
		expect(found(text)).toEqual([]);
	});
});
