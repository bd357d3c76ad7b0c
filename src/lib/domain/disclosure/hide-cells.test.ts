import { beforeAll, describe, expect, it } from 'vitest';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import type { SolveCounts } from './count-program.ts';
import { termsKey, type CellKind, type CountCell, type CountSystem } from './count-system.ts';
import { hideCells } from './hide-cells.ts';
import { readLedger } from './ledger.ts';

let solve: SolveCounts;
beforeAll(async () => {
	solve = await loadCountSolver();
});

/** Communes by their counts, with sums of some of them, by kind. */
function systemOf(
	counts: Record<string, number>,
	sums: [CellKind, string[]][],
	printable = true
): CountSystem {
	const cellOf = (kind: CellKind, names: string[], isPrinted: boolean): CountCell => {
		const terms = names.map((part) => ({ part, factor: 1 }));
		const count = names.reduce((sum, name) => sum + counts[name]!, 0);
		const key = termsKey(terms);
		return { key, kind, terms, count, printable: isPrinted, subjects: [] };
	};
	return {
		indicator: 'C01',
		year: 2024,
		parts: Object.entries(counts).map(([key, count]) => ({ key, count })),
		cells: [
			...Object.keys(counts).map((name) => cellOf('unit', [name], printable)),
			...sums.map(([kind, names]) => cellOf(kind, names, true))
		]
	};
}

const hiddenOf = (system: CountSystem) => [...hideCells(system, solve).hidden].sort();

describe('what a public copy hides', () => {
	it('is counts from 1 to 9; none and ten are shown', () => {
		expect(hiddenOf(systemOf({ none: 0, one: 1, nine: 9, ten: 10 }, []))).toEqual(['nine', 'one']);
	});

	it('is with a small count the smallest other of its sum', () => {
		const counts = { a: 3, b: 40, c: 12, none: 0 };
		expect(hiddenOf(systemOf(counts, [['frame', ['a', 'b', 'c', 'none']]]))).toEqual(['a', 'c']);
	});

	it('is more than two that could be told to within a few cases', () => {
		// Each would be 1 or 2, whatever the other is; c is needed although two are hidden anyway.
		const counts = { a: 1, b: 2, c: 12, d: 13 };
		expect(hiddenOf(systemOf(counts, [['frame', ['a', 'b', 'c', 'd']]]))).toEqual(['a', 'b', 'c']);
	});

	it('is no more than needed: three that hide each other are enough', () => {
		const counts = { a: 4, b: 4, c: 4, d: 13 };
		expect(hiddenOf(systemOf(counts, [['frame', ['a', 'b', 'c', 'd']]]))).toEqual(['a', 'b', 'c']);
	});

	it('is a total of programme communes rather than a commune elsewhere', () => {
		const counts = { a: 4, b: 30, c: 50, d: 60 };
		const hidden = hiddenOf(
			systemOf(counts, [
				['frame', ['a', 'b', 'c', 'd']],
				['programme', ['b', 'c', 'd']]
			])
		);
		// The rest of the province is the one commune that is not in the programme.
		expect(hidden).toEqual(['a', 'b', 'b + c + d']);
	});

	it('is, where no commune is printed, one of two totals that differ by a small count', () => {
		const counts = { a: 4, b: 30, c: 50, none: 0 };
		const sums: [CellKind, string[]][] = [
			['programme', ['a', 'b', 'c', 'none']],
			['programme', ['b', 'c', 'none']]
		];
		expect(hiddenOf(systemOf(counts, sums, false))).toHaveLength(1);
		// Totals that differ by many tell nothing small.
		expect(hiddenOf(systemOf({ ...counts, a: 40 }, sums, false))).toEqual([]);
	});

	it('does not depend on the order in which communes come', () => {
		const names = Array.from({ length: 24 }, (_, at) => `unit ${at}`);
		const counts = Object.fromEntries(names.map((name, at) => [name, (at * 7) % 23]));
		const sums: [CellKind, string[]][] = [
			['frame', names],
			['programme', names.slice(3, 17)],
			...[0, 6, 12, 18].map((at): [CellKind, string[]] => ['unit', names.slice(at, at + 6)])
		];
		const system = systemOf(counts, sums);
		const turned = {
			...system,
			parts: system.parts.toReversed(),
			cells: system.cells.map((cell) => ({ ...cell, terms: cell.terms.toReversed() })).toReversed()
		};
		expect(hiddenOf(turned)).toEqual(hiddenOf(system));
		expect(hiddenOf(system).length).toBeGreaterThan(8);
	});
});

describe('after earlier copies', () => {
	const sums: [CellKind, string[]][] = [['frame', ['a', 'b', 'c']]];
	const ledger = (states: Record<string, 'hidden' | 'shown'>) =>
		Object.entries(states).map(([cell, state]) => ({
			indicator: 'C01',
			year: 2024,
			state,
			dataVersion: 1,
			terms: cell.split(' + ').map((part) => ({ part, factor: 1 }))
		}));

	it('what was hidden stays hidden, though nothing is small any more', () => {
		const system = systemOf({ a: 14, b: 12, c: 30 }, sums);
		const earlier = readLedger(system, ledger({ a: 'hidden', b: 'hidden', c: 'shown' }));
		expect([...hideCells(system, solve, earlier).hidden].sort()).toEqual(['a', 'b']);
	});

	it('what was shown is not taken to hide another one; if nothing else is left, the small count is named', () => {
		const system = systemOf({ a: 4, b: 12, c: 30 }, sums);
		const shown = { a: 'shown', b: 'shown', c: 'shown' } as const;
		const open = readLedger(system, ledger(shown));
		const all = hideCells(system, solve, open);
		// The total was never printed: without it nobody can subtract.
		expect([[...all.hidden].sort(), all.unsafe]).toEqual([['a', 'a + b + c'], []]);
		const closed = readLedger(system, ledger({ ...shown, 'a + b + c': 'shown' }));
		expect(hideCells(system, solve, closed).unsafe).toEqual(['a']);
	});
});
