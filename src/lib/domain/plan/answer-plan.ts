import { findAlternatives, sharedByAll, type Alternative } from './alternatives.ts';
import type { ChoiceProblem } from './choice.ts';
import { choose } from './choose.ts';
import { findConflict, type Conflict } from './conflict.ts';
import { reasonsFor, type Reason } from './reasons.ts';
import { findSensitivity, type Sensitivity, type WeightVariant } from './sensitivity.ts';
import { isFound, type Solve } from './solver.ts';

/** What is known of a plan so far. */
export type PlanStep =
	| { step: 'conflict'; conflict: Conflict }
	/** Time ran out before any choice was found that keeps to the demands. */
	| { step: 'out-of-time' }
	/** `gap`: how far from the optimum at most, where time ran out; absent where it is proven. */
	| { step: 'best'; chosen: number[]; value: number; gap?: number }
	| { step: 'alternatives'; alternatives: Alternative[]; shared: number[] }
	| { step: 'sensitivity'; sensitivity: Sensitivity[] }
	| { step: 'reason'; reason: Reason; share: number };

/**
 * Answers a plan: the best choice or why there is none, others nearly as good, what a changed weight would
 * do, and the reason for each commune.
 *
 * @param variants of the scores, for the weights
 * @yields what is known, as soon as it is
 */
export function* answerPlan(
	problem: ChoiceProblem,
	variants: readonly WeightVariant[],
	solve: Solve
): Generator<PlanStep> {
	const best = choose(problem, solve);
	if (best.state === 'infeasible') {
		const conflict = findConflict(problem, solve);
		yield { step: 'conflict', conflict: conflict ?? { demands: [], relaxations: [] } };
		return;
	}
	if (!isFound(best)) {
		yield { step: 'out-of-time' };
		return;
	}
	const { chosen, value } = best;
	yield { step: 'best', chosen, value, ...(best.state === 'optimal' ? {} : { gap: best.gap }) };
	const alternatives = findAlternatives(problem, best, solve);
	const shared = sharedByAll([chosen, ...alternatives.map((each) => each.chosen)]);
	yield { step: 'alternatives', alternatives, shared };
	yield { step: 'sensitivity', sensitivity: findSensitivity(problem, chosen, variants, solve) };
	const { length } = problem.units;
	for (const { at, ...reason } of reasonsFor(problem, best, solve)) {
		yield { step: 'reason', reason, share: (at + 1) / length };
	}
}
