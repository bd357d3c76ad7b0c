import { randomGamma, seededRandom } from '#lib/domain/evidence/random.ts';
import { answerPlan } from '#lib/domain/plan/answer-plan.ts';
import type { ChoiceProblem, Demand } from '#lib/domain/plan/choice.ts';
import { choose } from '#lib/domain/plan/choose.ts';
import { DEFAULT_WEIGHTS, scoreAll, type CriterionValues } from '#lib/domain/plan/criteria.ts';
import { drawPlanRanks } from '#lib/domain/plan/plan-ranks.ts';
import { weightVariants } from '#lib/domain/plan/sensitivity.ts';
import type { Solve } from '#lib/domain/plan/solver.ts';
import { loadSolver } from '#lib/solver/highs.ts';
import { gridNeighbours } from './grid.ts';
import { report } from './measurement.ts';

/** What they may take, in ms. */
const PROVINCE_MS = 3000;
const NATION_MS = 5000;
const RANKS_MS = 1000;
const FRAME_MS = 16;

export const PLAN = [
	'plan-solve-129',
	'plan-answer-129',
	'plan-answer-own',
	'plan-answer-around',
	'plan-solve-3321',
	'plan-ranks-129',
	'plan-rescore-130'
];

/**
 * A province's plan with quotas, budget and neighbours apart: the optimum with the reason for each commune
 * and alternatives, beside the solver's own time for the optimum; and a national one. Ranks of 129 communes
 * over a thousand draws of weights and rates; scores anew, as when a weight is dragged.
 */
export async function benchPlan(): Promise<void> {
	const solve = await loadSolver();
	const province = makeProblem(129, 10, 12);
	choose(province, solve);
	const own = time(() => choose(province, solve));
	report({ name: 'plan-solve-129', unit: 'ms', value: own });
	// As on the page: with what changed weights would do.
	const known = makeValues(129);
	const variants = weightVariants(known, DEFAULT_WEIGHTS, 'min-max');
	let asked = 0;
	let inSolver = 0;
	const counted: Solve = (model) => {
		const begun = performance.now();
		const solved = solve(model);
		inSolver += performance.now() - begun;
		asked++;
		return solved;
	};
	const value = time(() => [...answerPlan(province, variants, counted)]);
	report({ name: 'plan-answer-129', unit: 'ms', value, baseline: PROVINCE_MS, limit: 1 });
	// What the same number of optima would take, and what is not the solver's own.
	report({ name: 'plan-answer-own', unit: 'ms', value, baseline: own * asked });
	report({ name: 'plan-answer-around', unit: 'ms', value: value - inSolver, baseline: inSolver });
	const nation = makeProblem(3321, 34, 340);
	report({
		name: 'plan-solve-3321',
		unit: 'ms',
		baseline: NATION_MS,
		limit: 1,
		value: time(() => choose(nation, solve))
	});
	const units = makeValues(129).map((values, at) => ({
		unitId: at,
		values,
		neighbours: [(at + 1) % 129, (at + 128) % 129],
		rising: { mean: values.rising ?? 0, deviation: 0.3 },
		relapse: { mean: 0, deviation: 0.3 }
	}));
	const levels = units.map(({ unitId }) => ({
		unitId,
		people: 5000,
		level: { mean: 0.5 + (unitId % 7) / 5, deviation: 0.4 }
	}));
	report({
		name: 'plan-ranks-129',
		unit: 'ms',
		baseline: RANKS_MS,
		limit: 1,
		value: time(() => drawPlanRanks(units, levels, DEFAULT_WEIGHTS, 'min-max', 12))
	});
	const values = makeValues(130);
	report({
		name: 'plan-rescore-130',
		unit: 'ms',
		baseline: FRAME_MS,
		limit: 1,
		value: time(() => scoreAll(values, DEFAULT_WEIGHTS, 'rank'))
	});
}

function time(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

function makeValues(units: number): CriterionValues[] {
	const random = seededRandom(units);
	return Array.from({ length: units }, () => ({
		rate: 3 * randomGamma(2, random),
		rising: random(),
		cluster: random() < 0.1 ? 1 : 0,
		relapse: 0,
		waiting: 9 * random(),
		models: 4 * random()
	}));
}

/** Communes in districts of one size; so many are chosen, no two of them neighbours, within nine tenths of what they would cost. */
function makeProblem(size: number, groups: number, count: number): ChoiceProblem {
	const random = seededRandom(size);
	const scores = scoreAll(makeValues(size), DEFAULT_WEIGHTS, 'min-max');
	const around = gridNeighbours(size);
	const each = Math.ceil(count / groups);
	const quotas = Array.from({ length: groups }, (_, group): Demand[] => [
		{ kind: 'group-most', group: String(group), most: each + 1 },
		...(each > 1 ? [{ kind: 'group-least', group: String(group), least: each - 1 } as const] : [])
	]);
	return {
		units: scores.map((score, unitId) => ({
			unitId,
			score: score.total ?? 0,
			cost: 100 + Math.round(200 * random()),
			group: String(Math.floor((unitId * groups) / size))
		})),
		neighbours: new Map(around.map((list, unitId) => [unitId, list])),
		demands: [
			{ kind: 'count', min: count, max: count },
			{ kind: 'budget', most: 180 * count },
			...quotas.flat(),
			{ kind: 'apart' }
		]
	};
}
