import { beforeAll, describe, expect, it } from 'vitest';
import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import { DEFAULT_WEIGHTS, type Weights } from '#lib/domain/plan/criteria.ts';
import { drawPlanRanks, planQuestion } from '#lib/domain/plan/plan-ranks.ts';
import { selectionShares } from '#lib/domain/plan/selection.ts';
import type { Solve } from '#lib/domain/plan/solver.ts';
import { loadSolver } from './highs.ts';

let solve: Solve;
beforeAll(async () => {
	solve = await loadSolver();
});
const RISING: Weights = {
	...DEFAULT_WEIGHTS,
	rate: 0,
	rising: 1,
	cluster: 0,
	relapse: 0,
	waiting: 0,
	models: 0
};

describe('how often a commune is chosen', () => {
	it('is how often it is among the first, where nothing else is demanded', () => {
		const units = Array.from({ length: 8 }, (_, at) => ({
			unitId: at + 1,
			values: { rising: 0.05 * at },
			neighbours: [],
			rising: { mean: 0.05 * at, deviation: 0.2 }
		}));
		const question = planQuestion(units, [], RISING, 'min-max') ?? expect.fail();
		const ids = units.map(({ unitId }) => unitId);
		const problem: ChoiceProblem = {
			units: ids.map((unitId) => ({ unitId, score: 0, cost: 1, group: '' })),
			demands: [{ kind: 'count', min: 3, max: 3 }],
			neighbours: new Map()
		};
		const shares = selectionShares(question, ids, problem, solve);
		const ranks = drawPlanRanks(units, [], RISING, 'min-max', 3);
		expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(3);
		shares.forEach(({ share }, at) => {
			expect(Math.abs(share - (ranks[at]?.amongFirst ?? NaN))).toBeLessThan(0.12);
		});
		// Who is left out of the problem is never chosen, and the others more often.
		const fewer = { ...problem, units: problem.units.slice(0, 7) };
		const without = selectionShares(question, ids, fewer, solve);
		expect(without.map(({ unitId }) => unitId)).toEqual(ids.slice(0, 7));
		without.forEach(({ share }, at) =>
			expect(share).toBeGreaterThanOrEqual(shares[at]?.share ?? NaN)
		);
	});

	it('keeps to the demands in every draw, and is nothing where they contradict each other', () => {
		const units = [1, 2, 3].map((unitId) => ({
			unitId,
			values: { rising: 0 },
			neighbours: [],
			rising: { mean: 0, deviation: 1 }
		}));
		const question = planQuestion(units, [], RISING, 'min-max') ?? expect.fail();
		const problem: ChoiceProblem = {
			units: units.map(({ unitId }) => ({ unitId, score: 0, cost: 1, group: '' })),
			demands: [
				{ kind: 'count', min: 1, max: 1 },
				{ kind: 'must', unitId: 2 }
			],
			neighbours: new Map()
		};
		expect(selectionShares(question, [1, 2, 3], problem, solve)).toEqual([
			{ unitId: 1, share: 0 },
			{ unitId: 2, share: 1 },
			{ unitId: 3, share: 0 }
		]);
		const demands = [...problem.demands, { kind: 'must-not', unitId: 2 } as const];
		expect(selectionShares(question, [1, 2, 3], { ...problem, demands }, solve)).toEqual([]);
	});
});
