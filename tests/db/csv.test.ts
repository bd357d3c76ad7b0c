import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#lib/server/export/csv.ts';

describe('an exported table', () => {
	it('reads back as it was, whatever its texts hold', () => {
		const rows = [
			['"Tiếng kẻng", loại 2', 'hai\ndòng', "=1+1'", ''],
			[' ', '""', ',', 'Điện Biên']
		];
		const text = toCsv(['a', 'b', 'c', 'd'], rows);
		expect(parse(text)).toEqual([['a', 'b', 'c', 'd'], ...rows]);
	});

	it('writes numbers with all their digits, and never with an exponent', () => {
		const numbers = [0, 0.1, 1e-7, 1.5e21, 123456.789, Number.MAX_SAFE_INTEGER];
		const cells = toCsv(
			['n'],
			numbers.map((number) => [number])
		)
			.trim()
			.split('\n')
			.slice(1);
		for (const cell of cells) expect(cell).toMatch(/^\d+(\.\d+)?$/);
		expect(cells.map(Number)).toEqual(numbers);
	});

	it('leaves the cell of a missing value empty', () => {
		expect(toCsv(['a', 'b'], [[null, 0]])).toBe('a,b\n,0\n');
	});
});
