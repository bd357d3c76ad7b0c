/** Counts of cases below this, zero aside, could point at people: guardrail of the programme. */
export const SMALLEST_SHOWN = 10;

/** Counts that add up to another one, or to a total that everybody knows. */
export interface KnownSum<Key> {
	/** The count that they add up to; undefined where the total is no cell but known all the same. */
	total: Key | undefined;
	parts: readonly Key[];
}

export function isSmall(count: number): boolean {
	return count > 0 && count < SMALLEST_SHOWN;
}

/**
 * Which counts a public table leaves out: those from 1 to 9, and as many more that none of them follows from the
 * rest by subtraction. In every sum with a hidden count at least two are hidden, and where the total is shown, the
 * hidden parts together are 10 or more. Where sums form a tree, as communes, merged communes and a province do,
 * no hidden count can then be worked out: two of a sum can always be changed against each other, down to the
 * leaves. (Secondary suppression; Hundepool et al., *Statistical Disclosure Control*, 2012, chapter 4.)
 *
 * @param counts that could be shown; one that is not known takes no part
 * @returns the keys of those that are not shown
 * @example hideCounts(new Map([['a', 3], ['b', 12], ['c', 40]]), [{ total: undefined, parts: ['a', 'b', 'c'] }])
 * // Set { 'a', 'b' }: with b shown, a would be the total less the others
 */
export function hideCounts<Key>(
	counts: ReadonlyMap<Key, number>,
	sums: readonly KnownSum<Key>[]
): Set<Key> {
	const hidden = new Set<Key>();
	for (const [key, count] of counts) if (isSmall(count)) hidden.add(key);
	for (let changed = true; changed;) {
		changed = false;
		for (const sum of sums) {
			const next = nextToHide(counts, sum, hidden);
			if (next === undefined) continue;
			hidden.add(next);
			changed = true;
		}
	}
	return hidden;
}

/** What else a sum has to leave out; undefined where it gives nothing away, or nothing else is left. */
function nextToHide<Key>(
	counts: ReadonlyMap<Key, number>,
	{ total, parts }: KnownSum<Key>,
	hidden: ReadonlySet<Key>
): Key | undefined {
	const known = parts.filter((key) => counts.has(key));
	if (total !== undefined) {
		// A sum with a part, or a total, that nobody knows gives nothing away.
		if (!counts.has(total) || known.length < parts.length) return undefined;
	}
	const out = known.filter((key) => hidden.has(key));
	const totalHidden = total !== undefined && hidden.has(total);
	if (out.length === 0 && !totalHidden) return undefined;
	const left = out.reduce((amount, key) => amount + counts.get(key)!, 0);
	const safe = totalHidden ? out.length > 0 : out.length > 1 && left >= SMALLEST_SHOWN;
	if (safe) return undefined;
	const shown = known
		.filter((key) => !hidden.has(key) && counts.get(key)! > 0)
		.sort((a, b) => counts.get(a)! - counts.get(b)!);
	return shown[0] ?? (totalHidden ? undefined : total);
}
