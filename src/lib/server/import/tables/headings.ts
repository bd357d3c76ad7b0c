import { cellLines, cellText, type SheetRow } from './sheet.ts';

/** The heading of a column: its cells from top to bottom, those that say the same once. */
export interface Heading {
	/** `PPHS / Kỳ này`: as messages name the column. */
	title: string;
	/** The cells' texts, from top to bottom. */
	parts: string[];
	/** What each part says in turn: the whole, its lines, and what stands on both sides of a slash. */
	pieces: string[];
}

/** Headings of all columns of some rows. */
export function readHeadings(rows: readonly SheetRow[]): Heading[] {
	const width = Math.max(...rows.map((row) => row.cells.length));
	const cells = spreadGroups(rows, width);
	return Array.from({ length: width }, (_, place) => {
		const own = cells.map((row) => row[place] ?? null);
		const parts = [...new Set(own.map(cellText))].filter(Boolean);
		const lines = own.flatMap(cellLines);
		const sides = [...parts, ...lines].flatMap((part) => part.split(/\s[-–—|]\s|\//));
		return {
			title: parts.join(' / '),
			parts,
			pieces: [...new Set([...parts, ...lines, ...sides].map((piece) => piece.trim()))].filter(
				Boolean
			)
		};
	});
}

/**
 * A heading over several columns stands once, in the first of them. A workbook says how far it goes by a
 * merged range; a text file does not: there it goes as far as the cells beside it are empty over filled ones.
 */
function spreadGroups(rows: readonly SheetRow[], width: number): SheetRow['cells'][] {
	const cells = rows.map((row) => [...row.cells]);
	for (let at = 0; at + 1 < cells.length; at++) {
		const [upper, lower] = [cells[at], cells[at + 1]];
		if (!upper || !lower) continue;
		for (let place = 1; place < width; place++) {
			const isGroup = cellText(lower[place - 1]) !== '' && cellText(upper[place - 1]) !== '';
			if (isGroup && cellText(upper[place]) === '' && cellText(lower[place]) !== '') {
				upper[place] = upper[place - 1] ?? null;
			}
		}
	}
	return cells;
}
