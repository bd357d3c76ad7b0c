import { saysNothing } from '#lib/domain/number-text.ts';
import type { FileRun } from '../../file-run.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import { placeOf } from '../../tables/read-records.ts';
import { cellText } from '../../tables/sheet.ts';
import type { Table } from '../../tables/table.ts';
import { readNumber } from './figure-value.ts';

/**
 * Compares totals that a file states with sums of its rows: those above the total or below it, all of them or
 * as far as the next total.
 *
 * @param indicator of columns that do not name theirs
 */
export function checkTotals(
	run: FileRun,
	table: Table,
	catalogue: Catalogue,
	indicator: string | undefined
): void {
	const { records, totals } = table;
	const rowsAbove = totals.map(({ number }) => records.filter(({ line }) => line < number).length);
	for (const [place, column] of table.layout.figures) {
		const code = column.indicator ?? table.layout.context.indicator ?? indicator;
		// Shares of communes do not add up to the share of all.
		if (code !== undefined && catalogue.findIndicator(code)?.aggregation === 'ratio') continue;
		const sums = runningSums(table, place);
		const sumOf = (from: number, to: number) => (sums[to] ?? NaN) - (sums[from] ?? NaN);
		totals.forEach((total, index) => {
			const stated = readNumber(total.cells[place] ?? null, table.style)?.value;
			if (stated === undefined) return;
			const here = rowsAbove[index] ?? 0;
			const spans: [number, number][] = [
				[rowsAbove[index - 1] ?? 0, here],
				[0, here],
				[here, rowsAbove[index + 1] ?? records.length],
				[here, records.length]
			];
			const off = spans
				.filter(([from, to]) => from < to)
				.map(([from, to]) => sumOf(from, to))
				.map((sum) => ({ sum, by: Math.abs(sum - stated) }))
				.sort((one, other) => one.by - other.by);
			const [nearest] = off;
			// Where a figure cannot be read there is no sum to compare with.
			if (!nearest || off.some(({ by }) => Number.isNaN(by) || by < 1e-6)) return;
			run.problems.warn('total-differs', {
				...placeOf(table.sheet, table.layout, total.number, place),
				value: String(stated),
				detail: { known: Number(nearest.sum.toFixed(6)) }
			});
		});
	}
}

/** Sums of a column's first rows: none, one, two … They are no numbers from a figure on that cannot be read. */
function runningSums(table: Table, place: number): number[] {
	const sums = [0];
	let sum = 0;
	for (const record of table.records) {
		const cell = record.cell(place);
		sum += saysNothing(cellText(cell)) ? 0 : (readNumber(cell, table.style)?.value ?? NaN);
		sums.push(sum);
	}
	return sums;
}
