import { describe, expect, it } from 'vitest';
import type { ChoiceProblem, ChoiceUnit } from './choice.ts';
import { isTie, nearestSwaps } from './swaps.ts';

const unit = (unitId: number, score: number, cost: number, group: string): ChoiceUnit => ({
	unitId,
	score,
	cost,
	group
});
const PROBLEM: ChoiceProblem = {
	units: [
		unit(1, 0.9, 100, 'A'),
		unit(2, 0.7, 100, 'A'),
		unit(3, 0.7, 100, 'B'),
		unit(4, 0.69, 400, 'B'),
		unit(5, 0.55, 100, 'C')
	],
	demands: [
		{ kind: 'count', min: 2, max: 2 },
		{ kind: 'budget', most: 250 }
	],
	neighbours: new Map()
};

describe('swaps of one for one', () => {
	it('come with the least loss first, and name ties', () => {
		const swaps = nearestSwaps(PROBLEM, [1, 2]);
		expect(swaps.map(({ out, in: comes }) => [out, comes])).toEqual([
			[2, 3],
			[2, 5],
			[1, 3],
			[1, 5]
		]);
		expect(swaps.map(isTie)).toEqual([true, false, false, false]);
		expect(swaps[2]?.loss).toBeCloseTo(0.2);
	});
	it('keep to every demand: what costs too much, or crowds a district, does not come in', () => {
		const together: ChoiceProblem = {
			...PROBLEM,
			demands: [...PROBLEM.demands, { kind: 'group-least', group: 'A', least: 2 }]
		};
		expect(nearestSwaps(together, [1, 2])).toEqual([]);
		expect(nearestSwaps(PROBLEM, [1, 2]).some((swap) => swap.in === 4)).toBe(false);
	});
	it('are no more than asked for', () => {
		expect(nearestSwaps(PROBLEM, [1, 2], 1)).toHaveLength(1);
		expect(nearestSwaps(PROBLEM, [])).toEqual([]);
	});
});
