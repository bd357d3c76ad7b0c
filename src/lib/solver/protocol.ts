import type { PlanStep } from '#lib/domain/plan/answer-plan.ts';
import type { ChoiceProblem } from '#lib/domain/plan/choice.ts';
import type { Weights } from '#lib/domain/plan/criteria.ts';
import type { Normalisation } from '#lib/domain/plan/normalise.ts';
import type { RankedUnit } from '#lib/domain/plan/plan-ranks.ts';
import type { WeightVariant } from '#lib/domain/plan/sensitivity.ts';
import type { RankSpread } from '#lib/domain/plan/rank-draws.ts';

/** What the planner's worker is asked. */
export type PlanRequest =
	| { ask: 'plan'; problem: ChoiceProblem; variants: WeightVariant[] }
	| {
			ask: 'ranks';
			id: number;
			units: RankedUnit[];
			weights: Weights;
			how: Normalisation;
			first: number;
	  };

/** What it answers: step by step for a plan. */
export type PlanAnswer =
	| PlanStep
	| { step: 'done' }
	| { step: 'failed'; message: string }
	| { step: 'ranks'; id: number; ranks: RankSpread[] };
