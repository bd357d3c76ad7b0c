import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMonth } from './month-text.ts';
import { toMonth } from './period.ts';

describe('a month as people write it', () => {
	it.each([
		'6/2023',
		'06/2023',
		'06-2023',
		'06.2023',
		'062023',
		'2023-06',
		'Tháng 6 2023',
		'tháng 6 năm 2023'
	])('%s', (text) => expect(readMonth(text)).toBe(toMonth(2023, 6)));

	it.each(['', '13/2023', '0/2023', '6/23', '2023', '2023-13', 'x', '6/2023/1'])(
		'is not %s',
		(text) => expect(readMonth(text)).toBeUndefined()
	);

	it('is read back from how it is shown', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1950, max: 2100 }),
				(month, year) => {
					const shown = `${String(month).padStart(2, '0')}/${year}`;
					expect(readMonth(shown)).toBe(toMonth(year, month));
				}
			)
		);
	});
});
