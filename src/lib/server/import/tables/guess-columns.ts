import { searchKey } from '#lib/domain/name.ts';
import { mentionsPeriod, parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Catalogue, FoundIndicator } from './catalogue.ts';
import { headingKey, type ColumnSpec, type TableSpec } from './columns.ts';
import { findComparison, isPercentSign, saysPercent, type Comparison } from './comparison.ts';
import type { Heading } from './headings.ts';
import { joinPeriods } from './read-context.ts';
import type { FigureColumn, TableLayout } from './table-layout.ts';

type PlacedHeading = Heading & { place: number };

/** Guesses columns from their headings: known columns by their words, figures by indicator or period. */
export function guessColumns(
	layout: TableLayout,
	spec: TableSpec,
	headings: readonly PlacedHeading[],
	catalogue: Catalogue
): void {
	const figures: (FigureGuess & { place: number })[] = [];
	for (const heading of headings) {
		if (heading.parts.length === 0) continue;
		const column = findColumn(heading, spec);
		if (column && column.name !== 'value') {
			if (!layout.places.has(column.name)) layout.places.set(column.name, heading.place);
		} else if (spec.subject === 'indicators') {
			const guess = guessFigure(heading, column !== undefined, catalogue);
			if (guess === 'passed-over') layout.passedOver.add(heading.place);
			else if (guess) figures.push({ ...guess, place: heading.place });
		}
	}
	for (const { place, comparison, column, certainty } of figures) {
		const isOutdone = figures.some(
			(other) =>
				other.comparison === comparison &&
				other.certainty > certainty &&
				other.column.indicator === column.indicator &&
				JSON.stringify(other.column.period) === JSON.stringify(column.period)
		);
		// A word of the trade is not taken where another column bears the indicator's own name.
		if (isOutdone && column.indicator !== undefined) continue;
		if (comparison === 'current') layout.figures.set(place, column);
		else layout.former.set(place, column);
	}
}

/** The column that a heading names, as a whole or by its last part; both of its languages must agree. */
function findColumn(heading: PlacedHeading, spec: TableSpec): ColumnSpec | undefined {
	// "Tháng" over 6 is June, not a column of periods.
	if (numberedPeriod(heading.parts)) return undefined;
	const find = (text: string) => {
		const key = headingKey(text);
		return spec.columns.find(({ headings }) => headings.includes(key));
	};
	const whole = find(heading.parts.join(' ')) ?? find([...heading.parts].reverse()[0] ?? '');
	if (whole) return whole;
	const named = new Set(heading.pieces.map(find).filter((column) => column !== undefined));
	return named.size === 1 ? [...named][0] : undefined;
}

/** A heading that begins so and cannot be read is a slip in a period, not another kind of column. */
const STARTS_AS_PERIOD = /^(thang|thg|quy|nam|tuan|[tq]\d|month|quarter|week|year|\d{1,2}[/.-]\d)/;

interface FigureGuess {
	comparison: 'current' | 'former';
	column: FigureColumn;
	certainty: number;
}

/** @param named the heading says that the column holds figures, whatever they are of */
function guessFigure(
	heading: Heading,
	named: boolean,
	catalogue: Catalogue
): FigureGuess | 'passed-over' | undefined {
	const found = findIndicator(heading, catalogue);
	const comparison = comparisonOf(heading, found);
	if (comparison !== undefined && comparison !== 'current' && comparison !== 'former') {
		return 'passed-over';
	}
	const { period, unreadable } = readPeriod(heading);
	const isFigure =
		named ||
		[found, period, comparison].some((each) => each !== undefined) ||
		(unreadable !== undefined && STARTS_AS_PERIOD.test(searchKey(unreadable)));
	if (!isFigure) return undefined;
	return {
		comparison: comparison ?? 'current',
		certainty: found?.certainty ?? 0,
		column: {
			indicator: found?.indicator.code,
			period,
			...(unreadable === undefined ? {} : { unreadable }),
			...(heading.parts.some(saysPercent) ? { percent: true } : {})
		}
	};
}

function findIndicator(heading: Heading, catalogue: Catalogue): FoundIndicator | undefined {
	const found = [heading.parts.join(' '), ...heading.pieces]
		.map((piece) => catalogue.recognise(piece))
		.filter((each) => each !== undefined);
	return found.toSorted((a, b) => b.certainty - a.certainty)[0];
}

function comparisonOf(heading: Heading, found: FoundIndicator | undefined): Comparison | undefined {
	const said = heading.pieces
		// The name of an indicator may hold such a word itself.
		.filter(
			(piece) => found === undefined || searchKey(piece) !== searchKey(found.indicator.nameVi)
		)
		.map(findComparison)
		.filter((each) => each !== undefined);
	// "Tăng, giảm" over "Cùng kỳ" is a difference: the first of the list of kinds that any part names.
	const order: Comparison[] = [
		'difference',
		'cumulative',
		'planned',
		'former',
		'previous',
		'current'
	];
	const comparison = order.find((each) => said.includes(each));
	if (comparison !== undefined && comparison !== 'current') return comparison;
	const isShare = found?.indicator.unitVi === '%';
	const below = heading.parts.at(-1) ?? '';
	if (heading.parts.length > 1 && isPercentSign(below) && !isShare) return 'difference';
	return comparison;
}

/** The period of a heading: a month under a year is that year's month, a number under "Tháng" that month. */
function readPeriod(heading: Heading): { period: PartialPeriod | undefined; unreadable?: string } {
	let period: PartialPeriod | undefined;
	for (const piece of heading.pieces) period = joinPeriods(parsePartialPeriod(piece), period);
	const numbered = numberedPeriod(heading.parts);
	if (numbered) period = joinPeriods(numbered, period);
	const unreadable = heading.parts.find(
		(part) => mentionsPeriod(part) && !readsAsPeriod(part) && findComparison(part) === undefined
	);
	return unreadable === undefined || numbered ? { period } : { period, unreadable };
}

function readsAsPeriod(part: string): boolean {
	return [part, ...part.split(/\s[-–—|]\s|\//)].some(
		(piece) => parsePartialPeriod(piece.trim()) !== undefined
	);
}

function numberedPeriod(parts: readonly string[]): PartialPeriod | undefined {
	const number = Number(parts.find((part) => /^\d{1,2}$/.test(part)) ?? NaN);
	const word = parts
		.map((part) => searchKey(part))
		.find((key) => /^(cac )?(thang|quy|month)/.test(key));
	if (Number.isNaN(number) || word === undefined) return undefined;
	return parsePartialPeriod(`${word.includes('quy') ? 'q' : 't'}${number}`);
}
