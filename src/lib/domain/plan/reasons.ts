import type { ChoiceProblem, Demand } from './choice.ts';
import { choose } from './choose.ts';
import { isFound, type Solve } from './solver.ts';

/** Why a commune is chosen or not: what the best choice would lose were it the other way round. */
export interface Reason {
	unitId: number;
	chosen: boolean;
	/** Score lost; undefined where it cannot be the other way round at all. */
	loss?: number;
	/** Who comes in and who goes out then, beside the commune itself. */
	in: number[];
	out: number[];
}

/**
 * Reasons for each unit of a solved problem; none for those whose question could not be answered in time.
 *
 * @yields one after another, with the unit's place: each is solved anew
 */
export function* reasonsFor(
	problem: ChoiceProblem,
	best: { chosen: readonly number[]; value: number },
	solve: Solve
): Generator<Reason & { at: number }> {
	const before = new Set(best.chosen);
	for (const [at, { unitId }] of problem.units.entries()) {
		const chosen = before.has(unitId);
		const turned: Demand = { kind: chosen ? 'must-not' : 'must', unitId };
		const solved = choose({ ...problem, demands: [...problem.demands, turned] }, solve);
		if (solved.state === 'infeasible') {
			yield { at, unitId, chosen, in: [], out: [] };
			continue;
		}
		if (!isFound(solved)) continue;
		const after = new Set(solved.chosen);
		yield {
			at,
			unitId,
			chosen,
			loss: Math.max(0, best.value - solved.value),
			in: [...after].filter((id) => !before.has(id) && id !== unitId),
			out: [...before].filter((id) => !after.has(id) && id !== unitId)
		};
	}
}
