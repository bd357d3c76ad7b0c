import type { ChoiceProblem } from './choice.ts';
import { rowsOf } from './choose.ts';
import { drawScores, type ScoreQuestion } from './rank-draws.ts';
import { isFound, type Solve } from './solver.ts';

/** How often plans are solved anew. */
export const SELECTION_DRAWS = 200;

/** How often a unit is in the best choice, of all draws that could be solved. */
export interface Selection {
	unitId: number;
	/** 0 … 1. */
	share: number;
}

/**
 * Solves the same demands for scores drawn anew: how often is each unit in the best choice?
 *
 * @param question scores of the units that are ranked
 * @param ranked ids of those units, in the order of the question
 * @param problem units that may be chosen, each of them ranked
 */
export function selectionShares(
	question: ScoreQuestion,
	ranked: readonly number[],
	problem: ChoiceProblem,
	solve: Solve,
	{ draws = SELECTION_DRAWS, seed = 1 } = {}
): Selection[] {
	const unitIds = problem.units.map(({ unitId }) => unitId);
	const rows = rowsOf(problem, problem.demands);
	const place = new Map(ranked.map((id, at) => [id, at]));
	const times = new Map(unitIds.map((id) => [id, 0]));
	let solved = 0;
	for (const { scores } of drawScores(question, { draws, seed })) {
		const terms = unitIds.map((unitId) => ({
			unitId,
			factor: scores[place.get(unitId) ?? -1] ?? 0
		}));
		const found = solve({ unitIds, objective: { sense: 'largest', terms }, rows });
		if (!isFound(found)) continue;
		solved++;
		for (const id of found.chosen) times.set(id, (times.get(id) ?? 0) + 1);
	}
	if (solved === 0) return [];
	return unitIds.map((unitId) => ({ unitId, share: (times.get(unitId) ?? 0) / solved }));
}
