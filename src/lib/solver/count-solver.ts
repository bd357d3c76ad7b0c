import loadHighs, { type Highs, type ModelData } from 'highs';
import type { CountProgram, SolveCounts } from '#lib/domain/disclosure/count-program.ts';

/** After so many branches the best found so far has to do: a number, for time depends on the machine. */
const MAX_NODES = 20_000;

/**
 * HiGHS (Huangfu and Hall 2018) for programs of whole counts. Without a limit of time, so that a program has the
 * same answer on every machine.
 *
 * @throws Error where the solver ends in a way that no program of counts has
 */
export async function loadCountSolver(): Promise<SolveCounts> {
	const highs = await loadHighs({});
	const solver = highs.createModel();
	solver.options.set({
		output_flag: false,
		mip_rel_gap: 0,
		mip_abs_gap: 1e-7,
		mip_max_nodes: MAX_NODES,
		mip_heuristic_run_feasibility_jump: false
	});
	return (program) => {
		solver.passModel(toModelData(program, highs));
		const { modelStatus } = solver.run();
		const { infeasible, optimal, solutionLimit } = highs.constants.modelStatus;
		if (modelStatus === infeasible) return undefined;
		if (modelStatus !== optimal && modelStatus !== solutionLimit) {
			throw new Error(`The solver ended with status ${modelStatus}.`);
		}
		const counts = Array.from(solver.getSolution().colValue, Math.round);
		return meets(program, counts) ? { counts, proven: modelStatus === optimal } : undefined;
	};
}

function toModelData(program: CountProgram, highs: Highs): ModelData {
	const { lower, upper, rows, objective, sense } = program;
	const costs = new Float64Array(lower.length);
	for (const { at, factor } of objective) costs[at]! += factor;
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (const { terms } of rows) {
		for (const { at, factor } of terms) {
			indices.push(at);
			values.push(factor);
		}
		starts.push(indices.length);
	}
	const { maximize, minimize } = highs.constants.objectiveSense;
	const bound = (value: number) => (value === Infinity ? highs.infinity : value);
	return {
		numCols: lower.length,
		numRows: rows.length,
		sense: sense === 'largest' ? maximize : minimize,
		colCost: costs,
		colLower: Float64Array.from(lower),
		colUpper: Float64Array.from(upper),
		rowLower: rows.map(({ least }) => least),
		rowUpper: rows.map(({ most }) => bound(most)),
		matrix: {
			format: 'csr',
			numRows: rows.length,
			numCols: lower.length,
			starts,
			indices,
			values
		},
		integrality: new Int32Array(lower.length).fill(highs.constants.variableType.integer)
	};
}

/** What rounding leaves in the solver's variables. */
const TOLERANCE = 1e-6;

/** Whether rounded counts meet every sum: without any solution the solver's variables say nothing. */
function meets({ rows, lower, upper }: CountProgram, counts: readonly number[]): boolean {
	return (
		counts.every((count, at) => count >= lower[at]! && count <= upper[at]!) &&
		rows.every(({ terms, least, most }) => {
			const sum = terms.reduce((all, { at, factor }) => all + factor * counts[at]!, 0);
			return sum >= least - TOLERANCE && sum <= most + TOLERANCE;
		})
	);
}
