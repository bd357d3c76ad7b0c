import loadHighs from 'highs';
import { toLpText } from '#lib/domain/plan/linear-program.ts';
import type { Model, Solve, Solved } from '#lib/domain/plan/solver.ts';

/** A unit is chosen if its variable is nearer to 1: solvers are exact to a millionth. */
const CHOSEN = 0.5;

export interface SolverOptions {
	/** Where the solver's machine code is; beside its own module unless told. */
	wasmUrl?: string;
	/** After so long the best found so far has to do. */
	seconds?: number;
}

/** HiGHS (Huangfu and Hall 2018), the solver behind plans: proven optima, or that there are none. */
export async function loadSolver({ wasmUrl, seconds = 60 }: SolverOptions = {}): Promise<Solve> {
	const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
	return (model) => {
		if (model.unitIds.length === 0) return solveEmpty(model);
		const solution = highs.solve(toLpText(model.unitIds, model.objective, model.rows), {
			output_flag: false,
			time_limit: seconds,
			// Proven, not nearly.
			mip_rel_gap: 0,
			mip_abs_gap: 1e-7
		});
		return readSolution(solution, model);
	};
}

type Solution = ReturnType<Awaited<ReturnType<typeof loadHighs>>['solve']>;

function readSolution(solution: Solution, model: Model): Solved {
	switch (solution.Status) {
		case 'Infeasible':
			return { state: 'infeasible' };
		case 'Optimal':
			return { state: 'optimal', ...choiceOf(solution, model) };
		case 'Time limit reached':
			return { state: 'out-of-time', ...choiceOf(solution, model), gap: Infinity };
		default:
			throw new Error(`The solver ended with "${solution.Status}".`);
	}
}

function choiceOf(
	{ Columns }: Solution,
	{ unitIds, objective }: Model
): { chosen: number[]; value: number } {
	const chosen = unitIds.filter((id) => {
		const column = Columns[`x${id}`];
		return column !== undefined && 'Primal' in column && column.Primal > CHOSEN;
	});
	// Added up anew: the solver's own sum carries what rounding left in its variables.
	const set = new Set(chosen);
	const value = objective.terms.reduce(
		(sum, { unitId, factor }) => sum + (set.has(unitId) ? factor : 0),
		0
	);
	return { chosen, value };
}

/** Nothing to choose from: met only where nothing is demanded. */
function solveEmpty({ rows }: Model): Solved {
	const met = rows.every(({ at, limit }) => (at === 'least' ? limit <= 0 : limit >= 0));
	return met ? { state: 'optimal', chosen: [], value: 0 } : { state: 'infeasible' };
}
