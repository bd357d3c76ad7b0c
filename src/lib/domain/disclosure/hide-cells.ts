import { Bounds } from './bounds.ts';
import { compareText, indexCounts, type CountIndex, type EarlierSum } from './count-index.ts';
import type { SolveCounts } from './count-program.ts';
import type { CountSystem } from './count-system.ts';
import { nextToHide } from './next-to-hide.ts';
import { Outsider } from './outsider.ts';
import { isSmall } from './small-count.ts';

/** What earlier public copies said of a system's cells, by key. */
export interface EarlierCopies {
	hidden: ReadonlySet<string>;
	shown: ReadonlySet<string>;
	/** What an outsider who kept them knows of the parts that were hidden then. */
	sums: readonly EarlierSum[];
}

const NO_COPIES: EarlierCopies = { hidden: new Set(), shown: new Set(), sums: [] };

/** Which cells of a system are not for the public. */
export interface HiddenCells {
	/** Keys of the cells that are hidden, without those that no file prints anyway. */
	hidden: Set<string>;
	/** Keys of small counts that could be told nevertheless: with any, nothing may be published. */
	unsafe: string[];
}

/** So many programs are solved at most to show cells again, a year: a count, for time depends on the machine. */
const MAX_PROGRAMS = 400;

/**
 * Chooses which cells of one indicator and year are hidden, so that no count from 1 to 9 is known to within
 * fewer than `MIN_GAP` by all sums that an outsider can make of everything that is public, now and earlier
 * (docs/decisions/0043; complementary cell suppression with bounds: Hundepool et al., *Statistical
 * Disclosure Control*, 2012, chapter 4). The same system gives the same cells in whatever order it comes.
 *
 * @param earlier what was hidden stays hidden; what was shown stays shown unless it has become small
 */
export function hideCells(
	system: CountSystem,
	solve: SolveCounts,
	earlier: EarlierCopies = NO_COPIES
): HiddenCells {
	const index = indexCounts(system, earlier.sums);
	const { cells } = index;
	const places = cells.map((_, at) => at);
	const small = places.filter((at) => isSmall(cells[at]!.count));
	const hidden = new Set(
		places.filter((at) => {
			const { key, count, printable } = cells[at]!;
			return !printable || isSmall(count) || earlier.hidden.has(key);
		})
	);
	const bounds = new Bounds(index, solve);
	const kept = new Set(places.filter((at) => earlier.shown.has(cells[at]!.key)));
	const unsafe = hideMore(index, bounds, { small, hidden, kept });
	if (unsafe.length === 0) showAgain(index, bounds, { small, hidden, earlier });
	const keys = (list: Iterable<number>) => [...list].map((at) => cells[at]!.key);
	return {
		hidden: new Set(keys([...hidden].filter((at) => cells[at]!.printable))),
		unsafe: keys(unsafe)
	};
}

/**
 * Hides more until every small count is safe or nothing else can be hidden; hiding more never makes a safe one
 * unsafe.
 *
 * @param kept cells that were shown earlier: hiding them now would hide nothing
 * @returns small counts that are still unsafe
 */
function hideMore(
	index: CountIndex,
	bounds: Bounds,
	{ small, hidden, kept }: { small: readonly number[]; hidden: Set<number>; kept: Set<number> }
): number[] {
	const unsafe: number[] = [];
	let outsider = new Outsider(index, hidden);
	for (const at of small) {
		const cell = index.cells[at]!;
		while (!bounds.isSafe(cell, outsider)) {
			const next = nextToHide(
				index,
				outsider,
				cell,
				(place) => hidden.has(place) || kept.has(place)
			);
			if (next === undefined) {
				unsafe.push(at);
				break;
			}
			hidden.add(next);
			outsider = new Outsider(index, hidden);
		}
	}
	// What was hidden for a later one may have made an earlier one safe.
	return unsafe.filter((at) => !bounds.isSafe(index.cells[at]!, outsider));
}

/** Shows cells again that were hidden for others' sake, the largest first, as long as all small counts stay safe. */
function showAgain(
	index: CountIndex,
	bounds: Bounds,
	{
		small,
		hidden,
		earlier
	}: { small: readonly number[]; hidden: Set<number>; earlier: EarlierCopies }
): void {
	const { cells } = index;
	const begun = bounds.solved;
	const secondary = [...hidden]
		.filter((at) => {
			const { key, count, printable } = cells[at]!;
			return printable && !isSmall(count) && !earlier.hidden.has(key);
		})
		.sort((a, b) => cells[b]!.count - cells[a]!.count || compareText(cells[a]!.key, cells[b]!.key));
	let now = bounds;
	for (const at of secondary) {
		const tried = new Set(hidden);
		tried.delete(at);
		const outsider = new Outsider(index, tried);
		const shown = now.whereShown(cells[at]!);
		const safe = small.every(
			(each) => bounds.solved - begun < MAX_PROGRAMS && shown.isSafe(cells[each]!, outsider)
		);
		if (!safe) continue;
		hidden.delete(at);
		now = shown;
	}
}
