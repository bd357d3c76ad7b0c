import type { ChoiceProblem, Demand } from './choice.ts';
import { choose } from './choose.ts';
import { isFound, type Solve } from './solver.ts';

/** What grows from step to step: how many communes, or the money for as many as it is enough for. */
export type GrowthBy = 'count' | 'budget';

/** A choice that holds all of the one before it. */
export interface GrowthStep {
	limit: number;
	/** Absent where the demands cannot be met at this step, or not in time. */
	choice?: {
		/** Communes that the step before had not. */
		added: number[];
		chosen: number[];
		value: number;
		/** Score that a choice without regard to the steps before would have more; 0 at the first step. */
		loss: number;
	};
}

/**
 * Choices for growing limits, each of which keeps all that the smaller ones chose: the order in which a
 * programme can grow without taking anything back. What that keeping costs stands at each step.
 *
 * @param limits from small to large
 * @yields one step for each limit
 */
export function* growChoice(
	problem: ChoiceProblem,
	by: GrowthBy,
	limits: readonly number[],
	solve: Solve
): Generator<GrowthStep> {
	let kept: readonly number[] = [];
	for (const limit of limits) {
		const demands = demandsAt(problem, by, limit);
		const keeping = kept.map((unitId): Demand => ({ kind: 'must', unitId }));
		const solved = choose({ ...problem, demands: [...demands, ...keeping] }, solve);
		if (!isFound(solved)) {
			yield { limit };
			continue;
		}
		const free = kept.length === 0 ? solved : choose({ ...problem, demands }, solve);
		const best = isFound(free) ? free.value : solved.value;
		const { chosen, value } = solved;
		const before = kept;
		yield {
			limit,
			choice: {
				chosen,
				value,
				added: chosen.filter((id) => !before.includes(id)),
				loss: Math.max(0, best - value)
			}
		};
		kept = chosen;
	}
}

/** The demands of a problem with one limit in the place of its own. */
function demandsAt({ units, demands }: ChoiceProblem, by: GrowthBy, limit: number): Demand[] {
	const others = demands.filter(({ kind }) => kind !== 'count' && (by === 'count' || kind !== by));
	return by === 'count'
		? [{ kind: 'count', min: limit, max: limit }, ...others]
		: [{ kind: 'count', min: 0, max: units.length }, { kind: 'budget', most: limit }, ...others];
}
