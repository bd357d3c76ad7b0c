import type { Indicator } from '#lib/domain/indicator.ts';
import {
	parseNumber,
	parsePercent,
	saysNothing,
	withoutDust,
	type NumberStyle
} from '#lib/domain/number-text.ts';
import type { Table } from '../../tables/table.ts';
import { cellText, type Cell } from '../../tables/sheet.ts';

/** How a file writes shares where it marks no percentages: 85.5, or 0.855. */
export const SHARE_FORMS = ['percent', 'fraction'] as const;
export type ShareForm = (typeof SHARE_FORMS)[number];

/** Why a cell is no figure of an indicator. */
export type ValueFault =
	'number-unreadable' | 'count-not-whole' | 'percent-of-count' | 'percent-unclear';

/** A larger percentage was multiplied by a hundred twice. */
const HIGHEST_PERCENT = 1000;

/** A number that stands in a cell, and whether it is marked as a percentage. */
export interface CellNumber {
	value: number;
	marked: boolean;
}

/** @returns undefined for a cell that holds no number, or a negative one */
export function readNumber(cell: Cell, style: NumberStyle): CellNumber | undefined {
	const found = findNumber(cell, style);
	return found && Number.isFinite(found.value) && found.value >= 0
		? { ...found, value: withoutDust(found.value) }
		: undefined;
}

function findNumber(cell: Cell, style: NumberStyle): CellNumber | undefined {
	if (typeof cell === 'number') return { value: cell, marked: false };
	if (typeof cell === 'object' && cell !== null && 'percent' in cell) {
		return { value: cell.percent, marked: true };
	}
	const text = cellText(cell);
	if (typeof cell !== 'string' || saysNothing(text)) return undefined;
	const percent = parsePercent(text, style);
	if (percent !== undefined) return { value: percent, marked: true };
	const value = parseNumber(text, style);
	return value === undefined ? undefined : { value, marked: false };
}

/**
 * The value of a cell as a figure of an indicator. Shares are kept in percent: 85,5 % by the cell's format,
 * "85,5%" as text and 85.5 are one value. A number up to 1 without a mark may be a share of 1 or a small
 * percentage: only its column or a person can tell.
 *
 * @param form what a person said of unmarked shares
 * @param column what the other numbers of the column show
 */
export function readValue(
	cell: Cell,
	style: NumberStyle,
	indicator: Indicator,
	column: { inPercent: boolean },
	form: ShareForm | undefined
): number | ValueFault {
	const found = readNumber(cell, style);
	if (!found) return 'number-unreadable';
	const { value, marked } = found;
	if (indicator.unitVi !== '%') {
		if (marked) return 'percent-of-count';
		return isCount(indicator) && !Number.isInteger(value) ? 'count-not-whole' : value;
	}
	if (value > HIGHEST_PERCENT) return 'percent-unclear';
	if (marked || value > 1 || value === 0) return value;
	if (form === 'fraction') return withoutDust(value * 100);
	return form === 'percent' || column.inPercent ? value : 'percent-unclear';
}

/**
 * Whether the unmarked numbers of a column are percentages: its heading says so, and one of them is too large
 * for a share of 1.
 */
export function isInPercent(table: Table, place: number): boolean {
	if (!table.layout.figures.get(place)?.percent) return false;
	return table.records.some((record) => {
		const found = readNumber(record.cell(place), table.style);
		return found !== undefined && !found.marked && found.value > 1;
	});
}

/** What is counted is whole; shares and areas need not be. */
function isCount(indicator: Indicator): boolean {
	return indicator.aggregation !== 'ratio' && !/%|m²|ha|km/.test(indicator.unitVi);
}
