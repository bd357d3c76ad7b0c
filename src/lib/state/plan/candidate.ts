import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import { listDemands, type DemandInput } from '#lib/domain/plan/demands.ts';
import type { Score } from '#lib/domain/plan/score.ts';
import type { PlanData, PlanUnit } from '#lib/view/plan-wire.ts';

/** A commune that may be chosen, with its score. */
export interface Candidate {
	plan: PlanUnit;
	score: Score;
	/** 1 is the most urgent; undefined without a score. */
	rank: number | undefined;
	/** Others have the same score. */
	tied: boolean;
	cost: number;
}

/** What the solver is asked; a commune without a score counts for nothing. */
export function toProblem(
	data: PlanData,
	candidates: readonly Candidate[],
	input: DemandInput
): ChoiceProblem {
	return {
		units: candidates.map(({ plan, score, cost }) => ({
			unitId: plan.unit.id,
			score: score.total ?? 0,
			cost,
			group: plan.group
		})),
		demands: listDemands(input),
		neighbours: new Map(data.units.map(({ unit, neighbours }) => [unit.id, neighbours]))
	};
}
