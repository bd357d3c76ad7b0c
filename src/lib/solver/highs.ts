import loadHighs, { type Highs, type ModelData } from 'highs';
import type { Model, Solve, Solved } from '#lib/domain/plan/solver.ts';

/** A unit is chosen if its variable is nearer to 1: solvers are exact to a millionth. */
const CHOSEN = 0.5;
export interface SolverOptions {
	/** Where the solver's machine code is; beside its own module by default. */
	wasmUrl?: string;
	/** After so long the best found so far has to do. */
	seconds?: number;
}

/** HiGHS (Huangfu and Hall 2018), the solver behind plans: proven optima, or that there are none. */
export async function loadSolver({ wasmUrl, seconds = 60 }: SolverOptions = {}): Promise<Solve> {
	const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
	// As long as the worker: each model takes the place of the one before.
	const solver = highs.createModel();
	solver.options.set({
		output_flag: false,
		time_limit: seconds,
		// Proven, not nearly.
		mip_rel_gap: 0,
		mip_abs_gap: 1e-7,
		// Models are small and many, one for each reason: a good guess first costs more than it saves.
		mip_heuristic_run_feasibility_jump: false
	});
	return (model) => {
		if (model.unitIds.length === 0) return solveEmpty(model);
		solver.passModel(toModelData(model, highs));
		const { modelStatus } = solver.run();
		const { infeasible, optimal, timeLimit } = highs.constants.modelStatus;
		if (modelStatus === infeasible) return { state: 'infeasible' };
		if (modelStatus !== optimal && modelStatus !== timeLimit) {
			throw new Error(`The solver ended with status ${modelStatus}.`);
		}
		const choice = choiceOf(solver.getSolution().colValue, model);
		if (modelStatus === optimal) return { state: 'optimal', ...choice };
		// Without any solution so far the gap is no number, and the variables say nothing.
		const gap = Number(solver.info.get('mip_gap'));
		return Number.isFinite(gap) ? { state: 'out-of-time', ...choice, gap } : { state: 'unknown' };
	};
}

/** Variables between 0 and 1, whole; inequalities row by row. */
function toModelData({ unitIds, objective, rows }: Model, highs: Highs): ModelData {
	const count = unitIds.length;
	const place = new Map(unitIds.map((id, at) => [id, at]));
	const costs = new Float64Array(count);
	for (const { unitId, factor } of objective.terms) costs[place.get(unitId)!]! += factor;
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (const { terms } of rows) {
		for (const { unitId, factor } of terms) {
			indices.push(place.get(unitId)!);
			values.push(factor);
		}
		starts.push(indices.length);
	}
	const { maximize, minimize } = highs.constants.objectiveSense;
	return {
		numCols: count,
		numRows: rows.length,
		sense: objective.sense === 'largest' ? maximize : minimize,
		colCost: costs,
		colLower: new Float64Array(count),
		colUpper: new Float64Array(count).fill(1),
		rowLower: rows.map(({ at, limit }) => (at === 'least' ? limit : -highs.infinity)),
		rowUpper: rows.map(({ at, limit }) => (at === 'most' ? limit : highs.infinity)),
		matrix: { format: 'csr', numRows: rows.length, numCols: count, starts, indices, values },
		integrality: new Int32Array(count).fill(highs.constants.variableType.integer)
	};
}

function choiceOf(
	values: Float64Array,
	{ unitIds, objective }: Model
): { chosen: number[]; value: number } {
	const chosen = unitIds.filter((_, at) => values[at]! > CHOSEN);
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
