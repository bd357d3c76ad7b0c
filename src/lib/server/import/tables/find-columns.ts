import type { Indicator } from '#lib/domain/indicator.ts';
import { parsePartialPeriod, type PartialPeriod } from '#lib/domain/period-text.ts';
import type { Catalogue } from './catalogue.ts';
import { headingKey, tableSpec, TABLES, type TableSpec, type TableSubject } from './columns.ts';
import { cellText, type Sheet, type SheetRow } from './sheet.ts';

/** A column that holds figures: of which indicator and period, as far as its heading tells. */
export interface FigureColumn {
	indicator: string | undefined;
	period: PartialPeriod | undefined;
}

/** What each column of a table is. */
export interface TableLayout {
	subject: TableSubject;
	/** First and last row of the heading, as numbered in the file. */
	heading: { from: number; to: number };
	/** Headings as they stand there; those over one another are joined by " / ". */
	titles: string[];
	/** Place of each known column. */
	places: Map<string, number>;
	/** Columns of figures by their place; of indicator tables only. */
	figures: Map<number, FigureColumn>;
	/** What stands above the table: "Năm 2025", "Chỉ tiêu: C01". */
	context: TableContext;
}

export interface TableContext {
	indicator?: string;
	period?: PartialPeriod;
	/** Reporting months from the 15th to the 14th. */
	reporting?: boolean;
}

/** Headings are looked for in this many rows, and may be so many rows high. */
export const SEARCHED_ROWS = 30;
const HIGHEST_HEADING = 3;

/**
 * Finds a table's heading and what its columns are.
 *
 * @param roles what a person said of columns, by place: a column's name, `figure`, `figure:C01`,
 *   `figure:C01:m6` or `ignore`
 * @returns undefined when no row looks like a heading
 */
export function findLayout(
	sheet: Sheet,
	subject: TableSubject,
	catalogue: Catalogue,
	roles: Readonly<Record<number, string>> = {}
): TableLayout | undefined {
	const spec = tableSpec(subject);
	let best: { layout: TableLayout; score: number } | undefined;
	const rows = sheet.rows.slice(0, SEARCHED_ROWS);
	for (let from = 0; from < rows.length; from++) {
		if (isTitle(rows[from]!)) continue;
		for (let height = 1; height <= HIGHEST_HEADING && from + height <= rows.length; height++) {
			const heading = rows.slice(from, from + height);
			if (height > 1 && !isHeadingRow(heading.at(-1)!)) break;
			const layout = readHeading(spec, heading, catalogue, roles);
			layout.context = readContext(rows.slice(0, from), catalogue);
			const score = scoreOf(layout, spec) - (height - 1) * 0.5;
			if (score > (best?.score ?? 0)) best = { layout, score };
		}
	}
	return best?.layout;
}

/** The subject that a sheet's headings fit best; undefined when they fit none. */
export function guessSubject(sheet: Sheet, catalogue: Catalogue): TableSubject | undefined {
	let best: { subject: TableSubject; score: number } | undefined;
	for (const spec of TABLES) {
		const layout = findLayout(sheet, spec.subject, catalogue);
		if (!layout || !isComplete(layout)) continue;
		const score = scoreOf(layout, spec, MOST_TELLING);
		if (score > (best?.score ?? 0)) best = { subject: spec.subject, score };
	}
	return best?.subject;
}

/** Whether the columns that a table cannot do without are there. */
export function isComplete(layout: TableLayout): boolean {
	const { needs } = tableSpec(layout.subject);
	const named = needs.some((set) => set.every((name) => layout.places.has(name)));
	return named && (layout.subject !== 'indicators' || layout.figures.size > 0);
}

/** The columns that are missing, by the set of which most are there. */
export function missingColumns(layout: TableLayout): string[] {
	const sets = tableSpec(layout.subject).needs.map((set) =>
		set.filter((name) => !layout.places.has(name))
	);
	const least = sets.reduce((best, each) => (each.length < best.length ? each : best));
	return least.length > 0 ? least : ['value'];
}

/** More figures than this say no more about what a table is about. */
const MOST_TELLING = 4;

function scoreOf(layout: TableLayout, spec: TableSpec, mostFigures = Infinity): number {
	const needed = new Set(spec.needs.flat());
	const known = [...layout.places.keys()];
	if (spec.subject === 'indicators' && layout.figures.size === 0) return 0;
	// One recognised cell is no heading: a title may have a word in common.
	if (known.length + layout.figures.size < 2) return 0;
	// A year over its months makes one figure of them as long as the months are not part of the heading.
	const figures = new Set([...layout.figures.values()].map((figure) => JSON.stringify(figure)));
	return (
		known.length +
		2 * known.filter((name) => needed.has(name)).length +
		Math.min(figures.size, mostFigures)
	);
}

/** One text, perhaps over all columns, belongs to what stands above a table: it holds for all of it. */
function isTitle(row: SheetRow): boolean {
	return new Set(row.cells.map(cellText).filter(Boolean)).size < 2;
}

/** A row of words; rows of figures are not part of a heading. */
function isHeadingRow(row: SheetRow): boolean {
	const filled = row.cells.filter((cell) => cellText(cell) !== '');
	const figures = filled.filter(
		(cell) => typeof cell === 'number' && !(Number.isInteger(cell) && cell >= 1990 && cell <= 2100)
	);
	return filled.length > 0 && figures.length === 0;
}

function readHeading(
	spec: TableSpec,
	rows: readonly SheetRow[],
	catalogue: Catalogue,
	roles: Readonly<Record<number, string>>
): TableLayout {
	const layout: TableLayout = {
		subject: spec.subject,
		heading: { from: rows[0]!.number, to: rows.at(-1)!.number },
		titles: [],
		places: new Map(),
		figures: new Map(),
		context: {}
	};
	const width = Math.max(...rows.map((row) => row.cells.length));
	for (let place = 0; place < width; place++) {
		const parts = [...new Set(rows.map((row) => cellText(row.cells[place])))].filter(Boolean);
		layout.titles.push(parts.join(' / '));
		const role = roles[place];
		if (role !== undefined) assign(layout, place, role);
		else if (parts.length > 0) guess(layout, spec, place, parts, catalogue);
	}
	return layout;
}

function assign(layout: TableLayout, place: number, role: string): void {
	const [kind = '', indicator, period] = role.split(':');
	if (kind === 'ignore') return;
	if (kind === 'figure') {
		layout.figures.set(place, {
			indicator: indicator || undefined,
			period: period ? parsePartialPeriod(period) : undefined
		});
	} else layout.places.set(kind, place);
}

function guess(
	layout: TableLayout,
	spec: TableSpec,
	place: number,
	parts: readonly string[],
	catalogue: Catalogue
): void {
	const keys = [parts.join(' '), ...[...parts].reverse()].map(headingKey);
	for (const key of keys) {
		const column = spec.columns.find(({ headings }) => headings.includes(key));
		if (!column) continue;
		if (column.name === 'value') layout.figures.set(place, readFigure(parts, catalogue));
		else if (!layout.places.has(column.name)) layout.places.set(column.name, place);
		return;
	}
	if (spec.subject !== 'indicators') return;
	const figure = readFigure(parts, catalogue);
	if (figure.indicator !== undefined || figure.period !== undefined) {
		layout.figures.set(place, figure);
	}
}

/** What the parts of a heading say of the figures below: "C01 / T6", "Năm 2025 / Quý I". */
function readFigure(parts: readonly string[], catalogue: Catalogue): FigureColumn {
	let indicator: Indicator | undefined;
	let period: PartialPeriod | undefined;
	for (const part of parts.flatMap((each) => [each, ...each.split(/\s[-–—]\s|\//)])) {
		indicator ??= catalogue.findIndicator(part);
		period = joinPeriods(parsePartialPeriod(part), period);
	}
	return { indicator: indicator?.code, period };
}

/** A month under a year is that year's month. */
function joinPeriods(
	one: PartialPeriod | undefined,
	other: PartialPeriod | undefined
): PartialPeriod | undefined {
	if (!one || !other) return one ?? other;
	const joined: PartialPeriod = { ...other, ...one };
	// A year's own heading says "whole" as long as nothing narrower stands below.
	if (joined.month !== undefined || joined.quarter !== undefined) delete joined.whole;
	return joined;
}

/** When a report was signed says nothing about its period. */
const SIGNED = /ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*/giu;
const DAY = String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const RANGE = new RegExp(`${DAY} ?(-|–|đến)( hết)?( ngày)? ?${DAY}`, 'iu');
const REPORTING = /15 ?[/-] ?\d{1,2}.*14 ?[/-] ?\d{1,2}|từ ngày 15|15–14|15-14/iu;

/** What the rows above a table say that holds for all of it. */
function readContext(rows: readonly SheetRow[], catalogue: Catalogue): TableContext {
	const context: TableContext = {};
	for (const cell of rows.flatMap((row) => [...new Set(row.cells.map(cellText))])) {
		if (cell === '') continue;
		if (REPORTING.test(cell)) context.reporting = true;
		const said = cell.includes(':') ? cell.slice(cell.indexOf(':') + 1).trim() : cell;
		const indicator = catalogue.findIndicator(said) ?? findCodeInside(cell, catalogue);
		if (indicator) context.indicator ??= indicator.code;
		const period = parsePartialPeriod(said) ?? findPeriodInside(cell);
		context.period = joinPeriods(period, context.period) ?? {};
	}
	if (context.period && Object.keys(context.period).length === 0) delete context.period;
	return context;
}

function findCodeInside(text: string, catalogue: Catalogue): Indicator | undefined {
	const code = /\b[A-Z]\d\d\b/.exec(text)?.[0];
	return code === undefined ? undefined : catalogue.findIndicator(code);
}

function findPeriodInside(text: string): PartialPeriod | undefined {
	const unsigned = text.replace(SIGNED, ' ');
	const found =
		/(tháng|quý) ?([\dIV]{1,3}) ?(?:\/| năm ) ?(\d{4})/iu.exec(unsigned) ??
		RANGE.exec(unsigned) ??
		/(năm) (\d{4})/iu.exec(unsigned);
	return found ? parsePartialPeriod(found[0]) : undefined;
}
