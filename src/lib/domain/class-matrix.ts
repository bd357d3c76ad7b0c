/**
 * One byte for each unit and month: the classes that a map of one frame shows over its months.
 *
 * Row by row: all months of the first unit, then of the second.
 */
export interface ClassMatrix {
	unitIds: number[];
	fromMonth: number;
	months: number;
	codes: Uint8Array;
}

/** The code of a unit (by its row) in a month; undefined outside the matrix. */
export function codeAt(matrix: ClassMatrix, row: number, month: number): number | undefined {
	const column = month - matrix.fromMonth;
	if (column < 0 || column >= matrix.months || row < 0) return undefined;
	return matrix.codes[row * matrix.months + column];
}

/** How often each code stands in a month. */
export function countCodes(
	matrix: ClassMatrix,
	month: number,
	rows?: readonly number[]
): Map<number, number> {
	const counts = new Map<number, number>();
	const count = (row: number) => {
		const code = codeAt(matrix, row, month);
		if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
	};
	if (rows) rows.forEach(count);
	else for (let row = 0; row < matrix.unitIds.length; row++) count(row);
	return counts;
}
