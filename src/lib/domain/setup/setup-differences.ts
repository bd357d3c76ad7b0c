import type { Setup, StoredSetup } from './setup.ts';

/** The lists of a set-up whose entries have a code. */
export const CODED_LISTS = ['tracks', 'programmes', 'indicators'] as const;
export type CodedList = (typeof CODED_LISTS)[number];

/** The value of a field as it is stored; targets and headings as lists. */
export type FieldValue = string | number | null | readonly unknown[];

/** One thing that differs between two set-ups. */
export type SetupDifference =
	| { kind: 'province'; field: string; before: FieldValue; after: FieldValue }
	| { kind: 'added' | 'removed'; list: CodedList; code: string; nameVi: string; nameEn: string }
	| {
			kind: 'changed';
			list: CodedList;
			code: string;
			nameVi: string;
			nameEn: string;
			field: string;
			before: FieldValue;
			after: FieldValue;
	  }
	/** Entries that both have stand in another order. */
	| { kind: 'reordered'; list: 'tracks' | 'indicators' }
	| { kind: 'limit-added' | 'limit-removed'; part: string; whole: string };

/** What changes from one set-up to another; empty where they say the same. */
export function diffSetups(before: StoredSetup, after: StoredSetup): SetupDifference[] {
	return [
		...diffFields(before.province ?? {}, after.province ?? {}).map((each): SetupDifference => ({
			kind: 'province',
			...each
		})),
		...CODED_LISTS.flatMap((list) => diffList(list, before[list], after[list])),
		...diffLimits(before.limits, after.limits)
	];
}

type Entry = Setup[CodedList][number];

function diffList(
	list: CodedList,
	before: readonly Entry[],
	after: readonly Entry[]
): SetupDifference[] {
	const name = ({ code, nameVi, nameEn }: Entry) => ({ list, code, nameVi, nameEn });
	const former = new Map(before.map((entry) => [entry.code, entry]));
	const kept = new Set(after.map(({ code }) => code));
	const differences: SetupDifference[] = before
		.filter(({ code }) => !kept.has(code))
		.map((entry) => ({ kind: 'removed', ...name(entry) }));
	for (const entry of after) {
		const was = former.get(entry.code);
		if (!was) differences.push({ kind: 'added', ...name(entry) });
		else {
			differences.push(
				...diffFields(was, entry).map((each): SetupDifference => ({
					kind: 'changed',
					...name(entry),
					...each
				}))
			);
		}
	}
	const order = (entries: readonly Entry[]) =>
		entries.map(({ code }) => code).filter((code) => former.has(code) && kept.has(code));
	// Programmes have no order of their own: they stand by their dates.
	if (list !== 'programmes' && order(before).join() !== order(after).join()) {
		differences.push({ kind: 'reordered', list });
	}
	return differences;
}

/** Fields whose values differ; one that is not there counts as null. */
function diffFields(
	before: object,
	after: object
): { field: string; before: FieldValue; after: FieldValue }[] {
	const was = new Map<string, FieldValue>(Object.entries(before));
	const is = new Map<string, FieldValue>(Object.entries(after));
	return [...new Set([...was.keys(), ...is.keys()])]
		.map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
		.filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
}

function diffLimits(before: Setup['limits'], after: Setup['limits']): SetupDifference[] {
	const without = (one: Setup['limits'], other: Setup['limits']) =>
		one.filter(({ part, whole }) => !other.some((o) => o.part === part && o.whole === whole));
	return [
		...without(before, after).map((limit) => ({ kind: 'limit-removed' as const, ...limit })),
		...without(after, before).map((limit) => ({ kind: 'limit-added' as const, ...limit }))
	];
}
