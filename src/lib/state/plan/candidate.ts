import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import { listDemands, type DemandInput } from '#lib/domain/plan/demands.ts';
import { rankScores, scoreAll, type Weights } from '#lib/domain/plan/criteria.ts';
import type { PlanDraft } from '#lib/domain/plan/draft.ts';
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

/** Communes that may be chosen, the most urgent first; equal scores share a rank. */
export function rankCandidates(
	eligible: readonly PlanUnit[],
	weights: Weights,
	{ how, costs, cost }: Pick<PlanDraft, 'how' | 'costs' | 'cost'>
): Candidate[] {
	const scores = scoreAll(
		eligible.map(({ values }) => values),
		weights,
		how
	);
	const scored = eligible
		.map((plan, at) => ({
			plan,
			score: scores[at]!,
			cost: costs[plan.unit.code] ?? cost
		}))
		.sort(
			(a, b) => (b.score.total ?? -1) - (a.score.total ?? -1) || a.plan.unit.id - b.plan.unit.id
		);
	const ranks = rankScores(scored.map(({ score }) => score.total));
	return scored.map((each, at) => {
		const rank = ranks[at];
		const tied = rank !== undefined && ranks.indexOf(rank) !== ranks.lastIndexOf(rank);
		return { ...each, rank, tied };
	});
}

/** Input of the solver; a commune without a score has no value. */
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
