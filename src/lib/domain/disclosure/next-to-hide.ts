import type { CountIndex, IndexedCell } from './count-index.ts';
import type { Outsider } from './outsider.ts';

/**
 * What is hidden next for a small count that could be told, in this order: the smallest cell that is in the same
 * sums; the smallest total of programme communes that it is part of; the smallest commune's count in one of its
 * sums; the smallest such total that shares communes with one of them; last, a total of a frame. A cell that is in the same sums is 10 or more, so that hidden with it, cases can
 * be moved between the two as far as they have to.
 *
 * @param isTaken whether a cell is hidden already or was shown for good
 * @returns its place; undefined where nothing is left
 */
export function nextToHide(
	{ cells, cellsOf }: CountIndex,
	outsider: Outsider,
	cell: IndexedCell,
	isTaken: (place: number) => boolean
): number | undefined {
	const canHide = (place: number) => !isTaken(place) && cells[place]!.count > 0;
	/** The smallest of some cells; of equal ones the first. */
	const smallest = (places: Iterable<number>) => {
		let found: number | undefined;
		for (const place of [...places].sort((a, b) => a - b)) {
			if (!canHide(place)) continue;
			if (found === undefined || cells[place]!.count < cells[found]!.count) found = place;
		}
		return found;
	};
	const own = new Set(cell.terms.flatMap(({ at }) => cellsOf[at]!));
	const ofKind = (places: Iterable<number>, kind: IndexedCell['kind']) =>
		[...places].filter((place) => cells[place]!.kind === kind);
	const leavesOf = (at: number) => cellsOf[at]!.filter((place) => cells[place]!.leaf === at);
	const near = new Set([...outsider.sumsWith(cell)].flatMap((at) => cellsOf[at]!));
	return (
		smallest(outsider.shownTwinsOf(cell).flatMap((at) => leavesOf(at))) ??
		smallest(ofKind(own, 'programme')) ??
		smallest(ofKind(new Set([...own, ...near]), 'unit')) ??
		smallest(ofKind(near, 'programme')) ??
		smallest(ofKind(own, 'frame')) ??
		smallest(ofKind(near, 'frame'))
	);
}
