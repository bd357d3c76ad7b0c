import type { PlanStep } from '#lib/domain/plan/answer-plan.ts';
import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import type { Weights } from '#lib/domain/plan/criteria.ts';
import type { Normalisation } from '#lib/domain/plan/normalise.ts';
import type { GrowthBy, GrowthStep } from '#lib/domain/plan/sequence.ts';
import type { LevelUnit, RankedUnit } from '#lib/domain/plan/plan-ranks.ts';
import type { Selection } from '#lib/domain/plan/selection.ts';
import type { WeightVariant } from '#lib/domain/plan/sensitivity.ts';
import type { RankSpread } from '#lib/domain/plan/rank-draws.ts';

/** Requests to the planner's worker. */
export type PlanRequest =
	| { ask: 'plan'; problem: ChoiceProblem; variants: WeightVariant[] }
	| { ask: 'growth'; problem: ChoiceProblem; by: GrowthBy; limits: readonly number[] }
	| ({ ask: 'ranks'; id: number; first: number } & PlanDraws)
	/** How often each commune is chosen, over draws. */
	| ({ ask: 'selection'; problem: ChoiceProblem } & PlanDraws);

/** What ranks and choices are drawn from. */
export interface PlanDraws {
	units: RankedUnit[];
	levels: LevelUnit[];
	weights: Weights;
	how: Normalisation;
}

/** How an answer ends. */
type End = { step: 'done' } | { step: 'failed'; message: string };

/** What it answers about growth, step by step. */
export type GrowthAnswer = { step: 'growth'; growth: GrowthStep } | End;

/** What it answers about a plan, step by step, and about ranks. */
export type PlanAnswer =
	| PlanStep
	| End
	| { step: 'ranks'; id: number; ranks: RankSpread[] }
	| { step: 'selection'; shares: Selection[] };
