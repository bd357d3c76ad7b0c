import type { Alternative } from '#lib/domain/plan/alternatives.ts';
import type { PlanStep } from '#lib/domain/plan/answer-plan.ts';
import type { Conflict } from '#lib/domain/plan/conflict.ts';
import type { Reason } from '#lib/domain/plan/reasons.ts';
import type { Sensitivity } from '#lib/domain/plan/sensitivity.ts';

/** What the solver has said so far. */
export interface Outcome {
	best?: { chosen: number[]; value: number; gap?: number };
	conflict?: Conflict;
	/** Whether time ran out before any choice was found. */
	outOfTime?: boolean;
	sensitivity?: readonly Sensitivity[];
	alternatives?: { list: Alternative[]; shared: number[] };
	/** By unit; those that are known so far. */
	reasons: Readonly<Record<number, Reason>>;
}

/** What is known once the solver has said one thing more; reasons come one by one and are kept apart. */
export function withStep(outcome: Outcome, answer: Exclude<PlanStep, { step: 'reason' }>): Outcome {
	switch (answer.step) {
		case 'best': {
			const { chosen, value, gap } = answer;
			return { ...outcome, best: { chosen, value, ...(gap === undefined ? {} : { gap }) } };
		}
		case 'conflict':
			return { ...outcome, conflict: answer.conflict };
		case 'out-of-time':
			return { ...outcome, outOfTime: true };
		case 'alternatives':
			return { ...outcome, alternatives: { list: answer.alternatives, shared: answer.shared } };
		case 'sensitivity':
			return { ...outcome, sensitivity: answer.sensitivity };
	}
}
