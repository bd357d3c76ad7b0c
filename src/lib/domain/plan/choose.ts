import { demandRows, type ChoiceProblem, type Demand, type Row } from './choice.ts';
import type { Objective, Solve, Solved } from './solver.ts';

/** The best choice that keeps to all demands. @param further rows beside the demands */
export function choose(problem: ChoiceProblem, solve: Solve, further: readonly Row[] = []): Solved {
	return solve({
		unitIds: problem.units.map(({ unitId }) => unitId),
		objective: scoreOf(problem),
		rows: [...rowsOf(problem, problem.demands), ...further]
	});
}

/** Σ score of the chosen. */
export function scoreOf({ units }: Pick<ChoiceProblem, 'units'>): Objective {
	return {
		sense: 'largest',
		terms: units.map(({ unitId, score }) => ({ unitId, factor: score }))
	};
}

export function rowsOf(problem: Omit<ChoiceProblem, 'demands'>, demands: readonly Demand[]): Row[] {
	return demands.flatMap((demand) => demandRows(demand, problem));
}
