import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideCounts, isSmall, SMALLEST_SHOWN, type KnownSum } from './hide-counts.ts';

const whole = (parts: string[]): KnownSum<string> => ({ total: undefined, parts });

test('counts from 1 to 9 are hidden; none and ten are shown', () => {
	const counts = new Map([
		['none', 0],
		['one', 1],
		['nine', 9],
		['ten', 10]
	]);
	expect(hideCounts(counts, [])).toEqual(new Set(['one', 'nine']));
});

test('a hidden count takes the smallest other with it, or the total would tell it', () => {
	const counts = new Map([
		['a', 3],
		['b', 40],
		['c', 12],
		['none', 0]
	]);
	expect(hideCounts(counts, [whole(['a', 'b', 'c', 'none'])])).toEqual(new Set(['a', 'c']));
});

test('hidden counts are ten or more together, or their sum would be a small count that is told', () => {
	const counts = new Map([
		['a', 2],
		['b', 3],
		['c', 12],
		['d', 13]
	]);
	expect(hideCounts(counts, [whole(['a', 'b', 'c', 'd'])])).toEqual(new Set(['a', 'b', 'c']));
});

test('a merged commune is no way round: its members and it do not tell each other', () => {
	const counts = new Map([
		['a', 3],
		['b', 4],
		['merged', 7],
		['other', 30],
		['another', 50]
	]);
	const hidden = hideCounts(counts, [
		{ total: 'merged', parts: ['a', 'b'] },
		whole(['a', 'b', 'other', 'another']),
		whole(['merged', 'other', 'another'])
	]);
	expect(hidden).toEqual(new Set(['a', 'b', 'merged', 'other']));
});

test('where nothing else is left, the total goes too', () => {
	const counts = new Map([
		['a', 4],
		['none', 0],
		['merged', 4]
	]);
	expect(hideCounts(counts, [{ total: 'merged', parts: ['a', 'none'] }])).toEqual(
		new Set(['a', 'merged'])
	);
});

test('nothing is told by a sum of which a part is unknown', () => {
	const counts = new Map([
		['a', 4],
		['merged', 40]
	]);
	expect(hideCounts(counts, [{ total: 'merged', parts: ['a', 'unknown'] }])).toEqual(
		new Set(['a'])
	);
});

/** A province of merged communes, each of some former ones. */
const province = fc.array(
	fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }),
	{
		minLength: 2,
		maxLength: 5
	}
);

test('no hidden count follows from what is shown, on the boundaries of both times', () => {
	fc.assert(
		fc.property(province, (merged) => {
			const counts = new Map<string, number>();
			const sums: KnownSum<string>[] = [];
			merged.forEach((formers, at) => {
				const parts = formers.map((count, each) => {
					counts.set(`${at}.${each}`, count);
					return `${at}.${each}`;
				});
				if (parts.length === 1) return;
				counts.set(
					`${at}`,
					formers.reduce((sum, count) => sum + count, 0)
				);
				sums.push({ total: `${at}`, parts });
			});
			const leaves = [...counts.keys()].filter((key) => key.includes('.'));
			sums.push(whole(leaves));
			sums.push(whole(merged.map((formers, at) => (formers.length === 1 ? `${at}.0` : `${at}`))));
			const hidden = hideCounts(counts, sums);
			for (const [key, count] of counts) if (isSmall(count)) expect(hidden.has(key)).toBe(true);
			// A province of fewer than ten cases, or of a single commune with any, cannot be public at all.
			const all = leaves.map((key) => counts.get(key)!);
			const total = all.reduce((sum, count) => sum + count, 0);
			const units = merged.filter((formers) => formers.some((count) => count > 0)).length;
			fc.pre(total >= 2 * SMALLEST_SHOWN && units > 1);
			expect(determined([...hidden], sums, counts)).toEqual([]);
		}),
		{ numRuns: 2000 }
	);
});

/** Hidden keys that the sums fix, by linear algebra: a row for a key alone adds nothing to their rank. */
function determined(
	hidden: string[],
	sums: readonly KnownSum<string>[],
	counts: ReadonlyMap<string, number>
): string[] {
	const rows = sums
		.filter(({ parts }) => parts.every((key) => counts.has(key)))
		.map(({ total, parts }) =>
			hidden.map((key) => (parts.includes(key) ? 1 : 0) - (total === key ? 1 : 0))
		);
	const base = rankOf(rows);
	return hidden.filter((_, at) => {
		const own = hidden.map((_key, other) => (other === at ? 1 : 0));
		return rankOf([...rows, own]) === base;
	});
}

function rankOf(rows: readonly (readonly number[])[]): number {
	const left = rows.map((row) => [...row]);
	let rank = 0;
	for (let column = 0; column < (left[0]?.length ?? 0); column++) {
		const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
		if (pivot < 0) continue;
		[left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
		for (let at = rank + 1; at < left.length; at++) {
			const factor = left[at]![column]! / left[rank]![column]!;
			left[at] = left[at]!.map((value, index) => value - factor * left[rank]![index]!);
		}
		rank++;
	}
	return rank;
}
