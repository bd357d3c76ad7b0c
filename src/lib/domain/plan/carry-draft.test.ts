import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from './criteria.ts';
import { carryDraft, codesOf } from './carry-draft.ts';
import type { PlanDraft } from './draft.ts';

const DRAFT: PlanDraft = {
	frame: '2017-01-01',
	weights: DEFAULT_WEIGHTS,
	how: 'min-max',
	rules: { underWay: true, newlyRecognisedYears: 1, maintained: false },
	exceptions: { A: 'Nghị quyết', B: 'Nghị quyết', C: 'Đề nghị của huyện' },
	count: 5,
	budget: 900,
	cost: 200,
	costs: { A: 100, B: 150 },
	groupLeast: { 'Huyện Mường Nhé': 1 },
	groupMost: {},
	eachGroupMost: 2,
	must: ['A', 'B'],
	mustNot: ['C', 'D'],
	sets: [{ name: 'Biên giới', codes: ['A', 'D', 'E'], least: 1 }],
	adjacency: 'apart',
	proposals: [{ code: 'A', by: 'UBND xã', reason: 'Trộm cắp' }],
	seenBacktests: {}
};
/** A, B and C came into N; D went on; E left no trace. */
const HEIRS: Record<string, string[]> = { A: ['N'], B: ['N'], C: ['N'], D: ['D2'], E: [] };
const heirsOf = (code: string) => HEIRS[code] ?? [];

describe('a draft on other boundaries', () => {
	it('says of heirs what it said of communes', () => {
		const carried = carryDraft(DRAFT, heirsOf);
		expect(carried.must).toEqual(['N']);
		// C was ruled out, but is part of what is demanded.
		expect(carried.mustNot).toEqual(['D2']);
		expect(carried.costs).toEqual({ N: 250 });
		expect(carried.exceptions).toEqual({ N: 'Nghị quyết; Đề nghị của huyện' });
		expect(carried.sets).toEqual([{ name: 'Biên giới', codes: ['N', 'D2'], least: 1 }]);
	});

	it('keeps everything that names no commune', () => {
		const { count, budget, cost, groupLeast, eachGroupMost, adjacency } = carryDraft(
			DRAFT,
			heirsOf
		);
		expect({ count, budget, cost, groupLeast, eachGroupMost, adjacency }).toEqual({
			count: 5,
			budget: 900,
			cost: 200,
			groupLeast: { 'Huyện Mường Nhé': 1 },
			eachGroupMost: 2,
			adjacency: 'apart'
		});
		expect(carryDraft(DRAFT, (code) => [code])).toEqual({
			...DRAFT,
			mustNot: ['C', 'D']
		});
	});

	it('lists the communes that it names', () => {
		expect(codesOf(DRAFT)).toEqual(['A', 'B', 'C', 'D', 'E']);
	});
});
