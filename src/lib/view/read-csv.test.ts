import { describe, expect, it } from 'vitest';
import { toCsvLine } from './csv-line.ts';
import { readCsv } from './read-csv.ts';

describe('a CSV file', () => {
	it('is read as it was written', () => {
		const rows = [
			['Xã', 'Huyện (cũ)'],
			['Pu Nhi', 'Mường Nhé, "Điện Biên"'],
			['dòng\nhai', '']
		];
		expect(readCsv(`\uFEFF# Nội bộ\r\n# Nguồn\r\n${rows.map(toCsvLine).join('\r\n')}\r\n`)).toEqual(
			rows
		);
	});

	it('may end without a line end, and be empty', () => {
		expect(readCsv('a,b\r\n1,')).toEqual([
			['a', 'b'],
			['1', '']
		]);
		expect(readCsv('# only a note\r\n')).toEqual([]);
	});
});
