import { describe, expect, it } from 'vitest';
import { codeAt, countCodes, type ClassMatrix } from './class-matrix.ts';

const matrix: ClassMatrix = {
	unitIds: [7, 8],
	fromMonth: 100,
	months: 3,
	codes: Uint8Array.from([1, 2, 2, 1, 1, 2])
};

describe('codeAt', () => {
	it('reads row by row, and nothing outside', () => {
		expect(codeAt(matrix, 0, 101)).toBe(2);
		expect(codeAt(matrix, 1, 101)).toBe(1);
		for (const [row, month] of [
			[0, 99],
			[0, 103],
			[2, 100],
			[-1, 100]
		] as const) {
			expect(codeAt(matrix, row, month)).toBeUndefined();
		}
	});
});

describe('countCodes', () => {
	it('counts the units of each code in a month, all of them or those asked for', () => {
		expect(countCodes(matrix, 100)).toEqual(new Map([[1, 2]]));
		expect(countCodes(matrix, 101)).toEqual(
			new Map([
				[2, 1],
				[1, 1]
			])
		);
		expect(countCodes(matrix, 101, [1])).toEqual(new Map([[1, 1]]));
		expect(countCodes(matrix, 200).size).toBe(0);
	});
});
