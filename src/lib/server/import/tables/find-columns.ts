import { saysNothing } from '#lib/domain/number-text.ts';
import type { Catalogue } from './catalogue.ts';
import { headingKey, tableSpec, TABLES, type TableSpec, type TableSubject } from './columns.ts';
import { readHeadings } from './headings.ts';
import { guessColumns } from './guess-columns.ts';
import { readContext } from './read-context.ts';
import { assignRole } from './role-codes.ts';
import { cellText, type Sheet, type SheetRow } from './sheet.ts';
import { isComplete, type TableLayout } from './table-layout.ts';

/** Headings are looked for in this many rows, and may be so many rows high. */
export const SEARCHED_ROWS = 30;
const HIGHEST_HEADING = 3;

/**
 * Finds a table's heading and what its columns are.
 *
 * @param roles what a person said of columns, by place: a column's name, `figure`, `figure:C01`,
 *   `figure:C01:m6`, `former:C01` or `ignore`
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
		const top = rows[from];
		if (!top || isTitle(top)) continue;
		for (let height = 1; height <= HIGHEST_HEADING && from + height <= rows.length; height++) {
			const heading = rows.slice(from, from + height);
			if (height > 1 && !isHeadingRow(heading)) break;
			const layout = readHeading(spec, heading, catalogue, roles);
			layout.context = readContext(rows.slice(0, from), catalogue);
			const score =
				scoreOf(layout, spec) -
				(height - 1) * 0.5 -
				(hasWordsBelow(layout, rows[from + height]) ? WORDS_BELOW : 0);
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
		const score = scoreOf(layout, spec, MAX_TELLING);
		if (score > (best?.score ?? 0)) best = { subject: spec.subject, score };
	}
	return best?.subject;
}

/** More figures than this say no more about what a table is about. */
const MAX_TELLING = 4;

function scoreOf(layout: TableLayout, spec: TableSpec, mostFigures = Infinity): number {
	const needed = new Set(spec.needs.flat());
	const known = [...layout.places.keys()];
	const columns = [...layout.figures.values(), ...layout.former.values()];
	const compared = layout.former.size > 0 ? 1 : 0;
	if (spec.subject === 'indicators' && layout.figures.size === 0) return 0;
	// One recognised cell is no heading: a title may have a word in common.
	if (known.length + columns.length < 2) return 0;
	// A year over its months makes one figure of them as long as the months are not part of the heading.
	const figures = new Set(columns.map((figure) => JSON.stringify(figure)));
	return (
		known.length +
		2 * known.filter((name) => needed.has(name)).length +
		Math.min(figures.size + compared, mostFigures)
	);
}

/** What it counts against a heading that words stand where its figures should begin: it goes on there. */
const WORDS_BELOW = 2;

/**
 * A row that goes on with the heading names no commune: its cells there are empty, merged with those above, or
 * headings themselves, in another language.
 */
function hasWordsBelow(layout: TableLayout, row: SheetRow | undefined): boolean {
	if (!row || layout.figures.size === 0) return false;
	const { columns } = tableSpec(layout.subject);
	const namesNobody = [...layout.places].every(([name, place]) => {
		const text = cellText(row.cells[place]);
		const headings = columns.find((column) => column.name === name)?.headings ?? [];
		const isAbove = layout.titles[place]?.split(' / ').includes(text);
		return text === '' || isAbove === true || headings.includes(headingKey(text));
	});
	const texts = [...layout.figures.keys()]
		.map((place) => cellText(row.cells[place]))
		.filter(Boolean);
	const areWords = texts.every((text) => !saysNothing(text) && !/^\d/.test(text));
	return namesNobody && texts.length > 0 && areWords;
}

/** One text, perhaps over all columns, belongs to what stands above a table: it holds for all of it. */
function isTitle(row: SheetRow): boolean {
	return new Set(row.cells.map(cellText).filter(Boolean)).size < 2;
}

/**
 * Whether the last of some rows goes on with a heading: a row of words; or of the numbers of months below
 * "Tháng". Rows of figures are not part of a heading.
 */
function isHeadingRow(rows: readonly SheetRow[]): boolean {
	const row = rows.at(-1);
	if (!row) return false;
	const filled = row.cells
		.map((cell, place) => ({ cell, place }))
		.filter(({ cell }) => cellText(cell) !== '');
	const figures = filled.filter(
		({ cell, place }) =>
			(typeof cell === 'number' && !isYear(cell) && !isMonthBelow(cell, place, rows)) ||
			(typeof cell === 'object' && cell !== null && 'percent' in cell)
	);
	return filled.length > 0 && figures.length === 0;
}

function isYear(cell: number): boolean {
	return Number.isInteger(cell) && cell >= 1990 && cell <= 2100;
}

function isMonthBelow(cell: number, place: number, rows: readonly SheetRow[]): boolean {
	if (!Number.isInteger(cell) || cell < 1 || cell > 12) return false;
	// The word may stand in the first of the columns that it is over.
	return rows.slice(0, -1).some((above) => {
		const upTo = above.cells
			.slice(0, place + 1)
			.map(cellText)
			.filter(Boolean);
		return /^(tháng|các tháng|quý|month)\b/iu.test(upTo.at(-1) ?? '');
	});
}

function readHeading(
	spec: TableSpec,
	rows: readonly SheetRow[],
	catalogue: Catalogue,
	roles: Readonly<Record<number, string>>
): TableLayout {
	const headings = readHeadings(rows);
	const layout: TableLayout = {
		subject: spec.subject,
		heading: { from: rows[0]?.number ?? 1, to: rows.at(-1)?.number ?? 1 },
		titles: headings.map(({ title }) => title),
		places: new Map(),
		figures: new Map(),
		former: new Map(),
		passedOver: new Set(),
		context: {}
	};
	const open = headings
		.map((heading, place) => ({ ...heading, place }))
		.filter(({ place }) => roles[place] === undefined);
	for (const [place, role] of Object.entries(roles)) {
		assignRole(layout, Number(place), role, headings[Number(place)]);
	}
	guessColumns(layout, spec, open, catalogue);
	return layout;
}
