import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerPlan } from '#lib/domain/plan/answer-plan.ts';
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
import { growChoice } from '#lib/domain/plan/sequence.ts';
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
		case 'set-most':
			return { ...demand, most: needed };
		case 'group-least':
		case 'set-least':
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
		// Two communes: one leads by its people, the other by having waited.
		const values = [
			{ population: 10, waiting: 1 },
			{ population: 4, waiting: 9 }
		];
		const weights = { ...NO_WEIGHTS, population: 60, waiting: 50 };
		const problem = problemOf(values, weights);
		const variants = weightVariants(values, weights, 'min-max');
		expect(findSensitivity(problem, [1], variants, solve)).toEqual([
			{ criterion: 'waiting', factor: 1.25, in: [2], out: [1] },
			{ criterion: 'population', factor: 0.8, in: [2], out: [1] }
		]);
		const firm = { ...weights, waiting: 5 };
		expect(
			findSensitivity(problemOf(values, firm), [1], weightVariants(values, firm, 'min-max'), solve)
		).toEqual([{ criterion: 'population', factor: 0, in: [2], out: [1] }]);
	});
});

describe('growth', () => {
	const limits = { count: [1, 2, 3, 4], budget: [200, 350, 500, 650] } as const;

	it.each(['count', 'budget'] as const)('by %s never drops what a step before chose', (by) => {
		const random = seededRandom(6);
		let kept = 0;
		let paid = 0;
		for (let round = 0; round < 25; round++) {
			const problem: ChoiceProblem = {
				...randomProblem(random, 9),
				demands: [
					{ kind: 'count', min: 2, max: 2 },
					{ kind: 'budget', most: 700 },
					{ kind: 'apart' }
				]
			};
			const steps = [...growChoice(problem, by, limits[by], solve)];
			expect(steps.map(({ limit }) => limit)).toEqual(limits[by]);
			let before: number[] = [];
			for (const { limit, choice } of steps) {
				const others = problem.demands.filter(({ kind }) => kind !== 'count' && kind !== by);
				const rest = by === 'count' ? problem.demands.filter((d) => d.kind !== 'count') : others;
				const own: Demand =
					by === 'count'
						? { kind: 'count', min: limit, max: limit }
						: { kind: 'budget', most: limit };
				const keeping = before.map((unitId): Demand => ({ kind: 'must', unitId }));
				const best = bruteForce(problem, [...rest, own, ...keeping]);
				expect(choice?.value === undefined).toBe(best === undefined);
				if (!choice) continue;
				expect(choice.value).toBeCloseTo(best!, 6);
				expect(before.every((id) => choice.chosen.includes(id))).toBe(true);
				expect(choice.added).toEqual(choice.chosen.filter((id) => !before.includes(id)));
				expect(choice.value + choice.loss).toBeCloseTo(bruteForce(problem, [...rest, own])!, 6);
				if (before.length > 0) kept++;
				if (choice.loss > 1e-6) paid++;
				before = choice.chosen;
			}
		}
		// Something was kept, and keeping did cost something: else nothing was tested.
		expect(Math.min(kept, paid)).toBeGreaterThan(0);
	});
});

describe('a solver that runs out of time', () => {
	it('says so, and claims neither a choice nor a conflict', async () => {
		const hasty = await loadSolver({ seconds: 1e-9 });
		const random = seededRandom(9);
		const { units, neighbours } = randomProblem(random, 400);
		const problem: ChoiceProblem = {
			units: units.map((unit) => ({ ...unit, cost: unit.cost + random() })),
			neighbours,
			demands: [
				{ kind: 'count', min: 50, max: 60 },
				{ kind: 'budget', most: 7321.1 },
				{ kind: 'together' }
			]
		};
		expect([...answerPlan(problem, [], hasty)]).toEqual([{ step: 'out-of-time' }]);
		const grown = growChoice(problem, 'count', [50, 60], hasty);
		expect([...grown]).toEqual([{ limit: 50 }, { limit: 60 }]);
		expect(choose(problem, solve).state).toBe('optimal');
	});
});

const NO_WEIGHTS: Weights = Object.fromEntries(CRITERIA.map((each) => [each, 0])) as Weights;

/** One of two communes is to be chosen. */
function problemOf(values: readonly CriterionValues[], weights: Weights): ChoiceProblem {
	return {
		units: scoreAll(values, weights, 'min-max').map(({ total }, at) => ({
			unitId: at + 1,
			score: total ?? 0,
			cost: 0,
			group: ''
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
				if (found.state !== 'optimal') expect.fail(found.state);
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
