import type { DemoRow } from './demo-files.ts';

/** The values of a row's cells with the dates on which their periods end; undefined where the cell is empty. */
export function cellsOf(
	row: DemoRow
): { column: string; end: string; value: number | undefined }[] {
	const month = (number: number): string => `${row('year')}-${String(number).padStart(2, '0')}`;
	const columns = [
		...Array.from({ length: 12 }, (_, i) => [`m${i + 1}`, month(i + 1)]),
		...Array.from({ length: 4 }, (_, i) => [`q${i + 1}`, month(3 * i + 3)]),
		['y', month(12)]
	];
	return columns.map(([column = '', end = '']) => ({
		column,
		end,
		value: row(column) === '' ? undefined : Number(row(column))
	}));
}
