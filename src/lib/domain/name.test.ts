import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName, searchKey } from './name.ts';

describe('searchKey', () => {
	it.each([
		['Điện Biên', 'dien bien'],
		['  Xã   Mường Pồn ', 'xa muong pon'],
		['ĐỒI CAO', 'doi cao'],
		['Sín Thầu', 'sin thau']
	])('makes %s into %s', (text, key) => {
		expect(searchKey(text)).toBe(key);
	});

	it('does not mind how accents are stored, and changes nothing the second time', () => {
		const letter = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÁẰẪĐẾỆỈỘỚỮỲỸ ');
		fc.assert(
			fc.property(fc.string({ unit: letter }), (text) => {
				const key = searchKey(text.normalize('NFC'));
				expect(searchKey(text.normalize('NFD'))).toBe(key);
				expect(searchKey(key)).toBe(key);
				expect(key).toMatch(/^[a-z ]*$/);
			})
		);
	});
});

describe('byName', () => {
	it('orders as a Vietnamese reader expects', () => {
		expect(['Đồi 10', 'Dung', 'Đồi 2', 'Âu', 'An', 'Ăn'].sort(byName)).toEqual([
			'An',
			'Ăn',
			'Âu',
			'Dung',
			'Đồi 2',
			'Đồi 10'
		]);
	});
});
