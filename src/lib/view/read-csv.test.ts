import { describe, expect, it } from 'vitest';
import { toCsvRows } from './csv-rows.ts';
import { readCsv } from './read-csv.ts';

describe('a CSV file', () => {
	it('is read as it was written', () => {
		const rows = [
			['Xã', 'Huyện (cũ)'],
			['Pu Nhi', 'Mường Nhé, "Điện Biên"'],
			['dòng\nhai', '']
		];
		expect(readCsv(`\uFEFF# Nội bộ\r\n# Nguồn\r\n${toCsvRows(rows)}`)).toEqual(rows);
	});

	it('may end without a line end, and be empty', () => {
		expect(readCsv('a,b\r\n1,')).toEqual([
			['a', 'b'],
			['1', '']
		]);
		expect(readCsv('# only a note\r\n')).toEqual([]);
	});
});

describe('rows for spreadsheets', () => {
	it('keep texts that look like formulas as texts, and numbers as numbers', () => {
		const rows = [
			['=1+1', '+84 215', '-5', '@a', '\tb'],
			[-5, 2.5, 0, 'a,b', 'c"d']
		];
		expect(toCsvRows(rows)).toBe(`'=1+1,'+84 215,-5,'@a,'\tb\r\n-5,2.5,0,"a,b","c""d"\r\n`);
	});
});
