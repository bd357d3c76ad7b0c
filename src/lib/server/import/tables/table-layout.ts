import type { PartialPeriod } from '#lib/domain/period-text.ts';
import { tableSpec, type TableSubject } from './columns.ts';

/** A column that holds figures: of which indicator and period, as far as its heading tells. */
export interface FigureColumn {
	indicator: string | undefined;
	period: PartialPeriod | undefined;
	/** A period in the heading that cannot be read; no other source replaces it. */
	unreadable?: string;
	/** The heading says that its numbers are percentages. */
	percent?: true;
}

/** What stands above a table and holds for all of it. */
export interface TableContext {
	indicator?: string;
	period?: PartialPeriod;
	/** A title that names two periods: which one a figure is of, its column or row must say. */
	unclear?: string;
	/** Reporting months from the 15th to the 14th; false where it says calendar months. */
	reporting?: boolean;
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
	/** Columns of the same period a year before, which are checked and not loaded. */
	former: Map<number, FigureColumn>;
	/** Columns that are understood and not taken: differences, cumulated figures, plans. */
	passedOver: Set<number>;
	/** What stands above the table: "Năm 2025", "Chỉ tiêu: C01". */
	context: TableContext;
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

/** The columns that a table of a subject may not lack; of some, one or the other. */
export function neededColumns(subject: TableSubject): Set<string> {
	const needed = new Set(tableSpec(subject).needs.flat());
	return subject === 'indicators' ? needed.add('value') : needed;
}

/** Places of all columns that something is taken from. */
export function usedPlaces(layout: TableLayout): Set<number> {
	return new Set([...layout.places.values(), ...layout.figures.keys(), ...layout.former.keys()]);
}
