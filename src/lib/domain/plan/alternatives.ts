import type { ChoiceProblem, Row } from './choice.ts';
import { choose } from './choose.ts';
import { isFound, type Solve } from './solver.ts';

/** Another choice, nearly as good. */
export interface Alternative {
	chosen: number[];
	value: number;
	/** Share of the best score that it lacks. */
	loss: number;
}

/** A choice that shares more than this with another is the same with a detail changed. */
const MIN_DIFFERENCE = 0.3;

/**
 * Choices that differ from the best and from each other in at least three of ten of their communes, best first.
 *
 * @param most how many at most
 * @param worst share of the best score that one may lack
 */
export function findAlternatives(
	problem: ChoiceProblem,
	best: { chosen: readonly number[]; value: number },
	solve: Solve,
	{ most = 4, worst = 0.1 } = {}
): Alternative[] {
	const found: Alternative[] = [];
	const apart: Row[] = [awayFrom(best.chosen)];
	while (found.length < most) {
		const solved = choose(problem, solve, apart);
		if (!isFound(solved)) break;
		const loss = best.value > 0 ? (best.value - solved.value) / best.value : 0;
		if (loss > worst) break;
		found.push({ chosen: solved.chosen, value: solved.value, loss });
		apart.push(awayFrom(solved.chosen));
	}
	return found;
}

/** Fewer of these than all, by at least three of ten and at least one. */
function awayFrom(chosen: readonly number[]): Row {
	const different = Math.max(1, Math.ceil(chosen.length * MIN_DIFFERENCE));
	return {
		terms: chosen.map((unitId) => ({ unitId, factor: 1 })),
		at: 'most',
		limit: chosen.length - different
	};
}

/** Communes that all choices share. */
export function sharedByAll(choices: readonly (readonly number[])[]): number[] {
	const [first = [], ...others] = choices;
	return first.filter((id) => others.every((other) => other.includes(id)));
}
