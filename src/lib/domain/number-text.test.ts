import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	findNumberStyle,
	parseNumber,
	parsePercent,
	saysNothing,
	withoutDust
} from './number-text.ts';

describe('numbers as people type them', () => {
	it.each([
		['0', 'vi', 0],
		['007', 'vi', 7],
		['1.234', 'vi', 1234],
		['1.234', 'en', 1.234],
		['1,234', 'en', 1234],
		['1,234', 'vi', 1.234],
		['1.234,5', 'vi', 1234.5],
		['1,234.5', 'en', 1234.5],
		['1 234 567', 'vi', 1_234_567],
		['1\u00a0234,5', 'vi', 1234.5],
		['120.496', 'vi', 120_496]
	] as const)('%s in %s is %d', (text, style, value) => {
		expect(parseNumber(text, style)).toBe(value);
	});

	it.each([
		['1.234,5', 'en'],
		['1,234.5', 'vi'],
		['12.34.5', 'vi'],
		['-3', 'vi'],
		['1e5', 'vi'],
		['12 vụ', 'vi'],
		['O', 'vi'],
		['1.23,4', 'vi'],
		['Infinity', 'en']
	] as const)('%s in %s is no number', (text, style) => {
		expect(parseNumber(text, style)).toBeUndefined();
	});

	it.each([
		['1.234,5', 'vi'],
		['1,234.5', 'en'],
		['12,5', 'vi'],
		['12.5', 'en'],
		['1.234.567', 'vi'],
		['1,234,567', 'en'],
		['1.234', undefined],
		['1,234', undefined],
		['12', undefined],
		['tổng', undefined]
	])('%s shows the style %s', (text, style) => {
		expect(findNumberStyle(text)).toBe(style);
	});

	it.each(['vi', 'en'] as const)('reads back what a formatter wrote (%s)', (style) => {
		const write = new Intl.NumberFormat(style === 'vi' ? 'vi-VN' : 'en-GB', {
			maximumFractionDigits: 3
		});
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (thousandths) => {
				const value = thousandths / 1000;
				expect(parseNumber(write.format(value), style)).toBeCloseTo(value, 9);
			})
		);
	});
});

it.each(['', '-', '–', 'x', 'X', '…', '...', 'n/a', 'Không', 'không có', 'chưa báo cáo'])(
	'"%s" says that there is nothing',
	(text) => expect(saysNothing(text)).toBe(true)
);
it.each(['0', 'không rõ số', 'xx', '1'])('"%s" says something', (text) =>
	expect(saysNothing(text)).toBe(false)
);

it('reads percentages by their sign only, and counts without one', () => {
	expect(parsePercent('95,45 %', 'vi')).toBe(95.45);
	expect(parsePercent('85.5%', 'en')).toBe(85.5);
	expect(parsePercent('85,5', 'vi')).toBeUndefined();
	expect(parsePercent('hai %', 'vi')).toBeUndefined();
	expect(parseNumber('95,45 %', 'vi')).toBeUndefined();
});

it.each([
	[2.9999999999999996, 3],
	[3.0000000000000004, 3],
	[7.999999999999999, 8],
	[85.50000000000001, 85.5],
	[2.5, 2.5],
	[0.1 + 0.2, 0.3],
	[2.999, 2.999]
])('%d is shown as %d', (computed, shown) => expect(withoutDust(computed)).toBe(shown));
