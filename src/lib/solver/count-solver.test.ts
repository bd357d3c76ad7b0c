import { expect, it } from 'vitest';
import { loadCountSolver } from './count-solver.ts';

const solve = await loadCountSolver();
const terms = [0, 1, 2].map((at) => ({ at, factor: 1 }));
const program = {
	lower: [1, 1, 0],
	upper: [100, 100, 100],
	rows: [{ terms, least: 12, most: 12 }],
	objective: [{ at: 0, factor: 1 }]
};

it('finds the smallest and the largest count that a sum leaves', () => {
	expect(solve({ ...program, sense: 'smallest' })?.counts[0]).toBe(1);
	const largest = solve({ ...program, sense: 'largest' });
	expect(largest).toEqual({ counts: [11, 1, 0], proven: true });
});

it('finds whole counts where shares are rounded', () => {
	const rows = [{ terms: [{ at: 0, factor: 0.3 }], least: 2.5, most: 3.5 }];
	expect(solve({ ...program, rows, sense: 'smallest' })?.counts[0]).toBe(9);
	expect(solve({ ...program, rows, sense: 'largest' })?.counts[0]).toBe(11);
});

it('finds none where sums contradict each other', () => {
	const rows = [...program.rows, { terms, least: 13, most: 13 }];
	expect(solve({ ...program, rows, sense: 'largest' })).toBeUndefined();
});
