import { describe, expect, it } from 'vitest';
import { findInputFaults, listDemands, type DemandInput } from './demands.ts';

const INPUT: DemandInput = {
	count: 3,
	budget: undefined,
	costs: [200],
	groupLeast: {},
	groupMost: {},
	eachGroupMost: undefined,
	sets: [],
	must: [],
	mustNot: [],
	adjacency: 'any'
};

describe('demands as they are put in', () => {
	it('are one for each thing that is demanded', () => {
		expect(listDemands(INPUT)).toEqual([{ kind: 'count', min: 3, max: 3 }]);
		const all = listDemands({
			...INPUT,
			budget: 0,
			groupLeast: { A: 1 },
			groupMost: { A: 2, B: 0 },
			eachGroupMost: 3,
			sets: [
				{ name: 'X', unitIds: [1, 2], least: 1, most: 2 },
				{ name: 'Y', unitIds: [3] }
			],
			must: [4],
			mustNot: [5, 6],
			adjacency: 'apart'
		});
		expect(all.map(({ kind }) => kind)).toEqual([
			'count',
			'budget',
			'group-least',
			'group-most',
			'group-most',
			'each-group-most',
			'set-least',
			'set-most',
			'must',
			'must-not',
			'must-not',
			'apart'
		]);
	});

	it.each([
		[{ count: -1 }, 'count-negative'],
		[{ count: 1.5 }, 'count-not-whole'],
		[{ count: NaN }, 'count-not-whole'],
		[{ budget: -1 }, 'budget-negative'],
		[{ budget: NaN }, 'budget-negative'],
		[{ costs: [200, -1] }, 'cost-negative'],
		[{ groupMost: { A: -1 } }, 'quota-negative'],
		[{ groupLeast: { A: NaN } }, 'quota-negative'],
		[{ eachGroupMost: -1 }, 'quota-negative'],
		[{ sets: [{ name: 'X', unitIds: [], most: -1 }] }, 'quota-negative']
	])('are refused where they cannot be meant: %j', (change, fault) => {
		expect(findInputFaults({ ...INPUT, ...change })).toEqual([fault]);
	});

	it('may be nothing, or all money', () => {
		expect(findInputFaults({ ...INPUT, count: 0, budget: 0, costs: [0] })).toEqual([]);
	});
});
