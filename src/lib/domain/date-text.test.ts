import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfSerial, parseDate } from './date-text.ts';

describe('dates as people type them', () => {
	it.each([
		['05/06/2026', '2026-06-05'],
		['5/6/2026', '2026-06-05'],
		['5-6-2026', '2026-06-05'],
		['05.06.26', '2026-06-05'],
		['2026-06-05', '2026-06-05'],
		['2026-06-05 00:00:00', '2026-06-05'],
		['ngày 5 tháng 6 năm 2026', '2026-06-05'],
		['Ngày 05 tháng 6 năm 2026'.normalize('NFD'), '2026-06-05'],
		['29/02/2024', '2024-02-29']
	])('%s is %s', (text, date) => expect(parseDate(text)).toBe(date));

	it.each(['29/02/2023', '13/25/2026', '31/04/2025', '06/2026', '2026', 'tháng 6', ''])(
		'"%s" is no date',
		(text) => expect(parseDate(text)).toBeUndefined()
	);
});

describe('serial numbers of spreadsheets', () => {
	it('are those that Excel shows', () => {
		expect(dateOfSerial(42_736)).toBe('2017-01-01');
		expect(dateOfSerial(45_839)).toBe('2025-07-01');
	});
	it('are not taken from any number', () => {
		for (const value of [0, 12, 2025, 45_839.5, 1e6]) expect(dateOfSerial(value)).toBeUndefined();
	});
	it('follow each other day by day', () => {
		fc.assert(
			fc.property(fc.integer({ min: 18_264, max: 73_414 }), (serial) => {
				const [day, next] = [dateOfSerial(serial)!, dateOfSerial(serial + 1)!];
				expect(Date.parse(next) - Date.parse(day)).toBe(86_400_000);
			})
		);
	});
});
