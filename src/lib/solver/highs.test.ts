import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findAlternatives, sharedByAll } from '#lib/domain/plan/alternatives.ts';
import { keepsTo, type ChoiceProblem, type Demand } from '#lib/domain/plan/choice.ts';
import { choose, rowsOf, scoreOf } from '#lib/domain/plan/choose.ts';
import { findConflict } from '#lib/domain/plan/conflict.ts';
import { reasonsFor } from '#lib/domain/plan/reasons.ts';
import {
	CRITERIA,
	scoreAll,
	type CriterionValues,
	type Weights
} from '#lib/domain/plan/criteria.ts';
import { findSensitivity, weightVariants } from '#lib/domain/plan/sensitivity.ts';
import type { Solve } from '#lib/domain/plan/solver.ts';
import { seededRandom } from '#lib/domain/evidence/random.ts';
import { toLpText } from './fixtures/lp-text.ts';
import { pick, randomProblem } from './fixtures/random-problem.ts';
import { loadSolver } from './highs.ts';

let solve: Solve;
beforeAll(async () => {
	solve = await loadSolver();
});

/** The best of all subsets. */
function bruteForce(problem: ChoiceProblem, demands = problem.demands): number | undefined {
	let best: number | undefined;
	for (let bits = 0; bits < 1 << problem.units.length; bits++) {
		const members = problem.units.filter((_, at) => bits & (1 << at));
		const chosen = new Set(members.map(({ unitId }) => unitId));
		if (!demands.every((demand) => keepsTo(chosen, demand, problem))) continue;
		const value = members.reduce((sum, { score }) => sum + score, 0);
		if (best === undefined || value > best) best = value;
	}
	return best;
}

describe('a choice', () => {
	it('is as good as the best of all subsets, and keeps to every demand', () => {
		const random = seededRandom(1);
		let possible = 0;
		for (let round = 0; round < 120; round++) {
			const problem = randomProblem(random, 10);
			const best = bruteForce(problem);
			const found = choose(problem, solve);
			if (best === undefined) {
				expect(found.state).toBe('infeasible');
				continue;
			}
			possible++;
			if (found.state !== 'optimal') expect.fail(found.state);
			expect(found.value).toBeCloseTo(best, 6);
			for (const demand of problem.demands) {
				expect(keepsTo(new Set(found.chosen), demand, problem), demand.kind).toBe(true);
			}
		}
		expect(possible).toBeGreaterThan(40);
		expect(possible).toBeLessThan(115);
	});

	it('of nothing is nothing, and impossible where something is demanded', () => {
		const none = { units: [], neighbours: new Map<number, number[]>() };
		expect(choose({ ...none, demands: [{ kind: 'budget', most: 5 }] }, solve)).toEqual({
			state: 'optimal',
			chosen: [],
			value: 0
		});
		const some = choose({ ...none, demands: [{ kind: 'count', min: 1, max: 2 }] }, solve);
		expect(some.state).toBe('infeasible');
	});
});

describe('a conflict', () => {
	it('names a smallest set: met as soon as any one of it is left out', () => {
		const random = seededRandom(2);
		let conflicts = 0;
		for (let round = 0; round < 120; round++) {
			const problem = randomProblem(random, 8);
			const conflict = findConflict(problem, solve);
			expect(conflict === undefined).toBe(bruteForce(problem) !== undefined);
			if (!conflict) continue;
			conflicts++;
			expect(bruteForce(problem, conflict.demands)).toBeUndefined();
			for (const demand of conflict.demands) {
				const others = conflict.demands.filter((each) => each !== demand);
				expect(bruteForce(problem, others), demand.kind).toBeDefined();
			}
			for (const { demand, needed } of conflict.relaxations) {
				const others = problem.demands.filter((each) => each !== demand);
				expect(bruteForce(problem, [...others, relaxed(demand, needed)])).toBeDefined();
			}
		}
		expect(conflicts).toBeGreaterThan(20);
	});
});

/** The demand, with the figure that it is said to need. */
function relaxed(demand: Demand, needed: number | undefined): Demand {
	if (needed === undefined) return { kind: 'budget', most: Infinity };
	switch (demand.kind) {
		case 'budget':
		case 'group-most':
			return { ...demand, most: needed };
		case 'group-least':
			return { ...demand, least: needed };
		default:
			return { kind: 'count', min: needed, max: needed };
	}
}

describe('reasons', () => {
	it('say what turning each commune round would cost', () => {
		const random = seededRandom(3);
		const problem = randomProblem(random, 9);
		const only: ChoiceProblem = { ...problem, demands: [{ kind: 'count', min: 3, max: 3 }] };
		const best = choose(only, solve);
		if (best.state !== 'optimal') expect.fail(best.state);
		const reasons = [...reasonsFor(only, best, solve)];
		expect(reasons).toHaveLength(9);
		for (const { unitId, chosen, loss, in: comes, out } of reasons) {
			const turned: Demand = { kind: chosen ? 'must-not' : 'must', unitId };
			const value = bruteForce(only, [...only.demands, turned])!;
			expect(loss).toBeCloseTo(best.value - value, 6);
			expect([comes.length, out.length]).toEqual(chosen ? [1, 0] : [0, 1]);
		}
	});
});

describe('alternatives', () => {
	it('differ from the best and from each other in three of ten, and are in order', () => {
		const random = seededRandom(4);
		const problem: ChoiceProblem = {
			...randomProblem(random, 30),
			demands: [{ kind: 'count', min: 10, max: 10 }]
		};
		const best = choose(problem, solve);
		if (best.state !== 'optimal') expect.fail(best.state);
		const others = findAlternatives(problem, best, solve, { most: 4, worst: 0.5 });
		expect(others).toHaveLength(4);
		const all = [best.chosen, ...others.map(({ chosen }) => chosen)];
		for (const [at, one] of all.entries()) {
			for (const other of all.slice(at + 1)) {
				expect(one.filter((id) => other.includes(id)).length).toBeLessThanOrEqual(7);
			}
		}
		const losses = others.map(({ loss }) => loss);
		expect(losses).toEqual([...losses].sort((a, b) => a - b));
		for (const id of sharedByAll(all)) for (const one of all) expect(one).toContain(id);
	});
});

describe('sensitivity', () => {
	it('finds the smallest change of a weight that changes the choice, and none where there is none', () => {
		// Two communes: one leads by its rate, the other by having waited.
		const values = [
			{ rate: 10, waiting: 1 },
			{ rate: 4, waiting: 9 }
		];
		const weights = { ...NO_WEIGHTS, rate: 60, waiting: 50 };
		const problem = problemOf(values, weights);
		const variants = weightVariants(values, weights, 'min-max');
		expect(findSensitivity(problem, [1], variants, solve)).toEqual([
			{ criterion: 'rate', factor: 0.8, in: [2], out: [1] },
			{ criterion: 'waiting', factor: 1.25, in: [2], out: [1] }
		]);
		const firm = { ...weights, waiting: 5 };
		expect(
			findSensitivity(problemOf(values, firm), [1], weightVariants(values, firm, 'min-max'), solve)
		).toEqual([{ criterion: 'rate', factor: 0, in: [2], out: [1] }]);
	});
});

const NO_WEIGHTS: Weights = Object.fromEntries(CRITERIA.map((each) => [each, 0])) as Weights;

/** One of two communes is to be chosen. */
function problemOf(values: readonly CriterionValues[], weights: Weights): ChoiceProblem {
	return {
		units: scoreAll(values, weights, 'min-max').map(({ total }, at) => ({
			...{ unitId: at + 1, score: total ?? 0, cost: 0, group: '' }
		})),
		neighbours: new Map(),
		demands: [{ kind: 'count', min: 1, max: 1 }]
	};
}

/** Debian's coinor-cbc, where it is installed; the full run on CI has it. */
const cbc = spawnSync('cbc', ['-quit'], { stdio: 'ignore' }).error === undefined;

/** "Optimal - objective value 0.50000000". */
function askCbc(problem: ChoiceProblem, folder: string): string {
	const file = join(folder, 'model.lp');
	const answer = join(folder, 'answer.txt');
	const unitIds = problem.units.map(({ unitId }) => unitId);
	writeFileSync(file, toLpText(unitIds, scoreOf(problem), rowsOf(problem, problem.demands)));
	const exact = ['-ratioGap', '0', '-allowableGap', '1e-7'];
	spawnSync('cbc', [file, ...exact, '-solve', '-solution', answer]);
	return readFileSync(answer, 'utf8').split('\n')[0] ?? '';
}

describe.skipIf(!cbc)('beside another solver (cbc)', () => {
	it('agrees on 500 larger models with all kinds of demands', { timeout: 300_000 }, () => {
		const folder = mkdtempSync(join(tmpdir(), 'diaban-cbc-'));
		try {
			const random = seededRandom(5);
			let possible = 0;
			for (let round = 0; round < 500; round++) {
				const problem = randomProblem(random, 20 + pick(random, 60));
				const found = choose(problem, solve);
				const headline = askCbc(problem, folder);
				if (found.state === 'infeasible') {
					expect(headline).toMatch(/^(Integer i|I)nfeasible/);
					continue;
				}
				possible++;
				expect(headline).toMatch(/^Optimal/);
				expect(Number(headline.split('value ')[1])).toBeCloseTo(found.value, 4);
			}
			expect(possible).toBeGreaterThan(150);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
