import { demandRows, type ChoiceProblem, type Demand } from './choice.ts';
import { rowsOf } from './choose.ts';
import { isFound, type Objective, type Solve } from './solver.ts';

/** Demands that cannot be met together, and what would have to give way. */
export interface Conflict {
	/** The smallest set: without any one of them, the others can be met. */
	demands: Demand[];
	/** For each of them what it would have to be for all others of the problem to be met; absent where that does not help. */
	relaxations: Relaxation[];
}

/** A demand, and the figure at which it stops being in the way; none where it has to go altogether. */
export interface Relaxation {
	demand: Demand;
	needed?: number;
}

/**
 * The smallest set of conflicting demands, by leaving out one after another (deletion filter, Chinneck and
 * Dravnieks 1991).
 *
 * @returns undefined where all demands can be met
 */
export function findConflict(problem: ChoiceProblem, solve: Solve): Conflict | undefined {
	if (isFeasible(problem, problem.demands, solve)) return undefined;
	let core = [...problem.demands];
	for (const demand of problem.demands) {
		const others = core.filter((each) => each !== demand);
		if (!isFeasible(problem, others, solve)) core = others;
	}
	return {
		demands: core,
		relaxations: core.flatMap((demand) => relax(problem, demand, solve) ?? [])
	};
}

function isFeasible(
	problem: Omit<ChoiceProblem, 'demands'>,
	demands: readonly Demand[],
	solve: Solve
): boolean {
	return (
		solve({
			unitIds: problem.units.map(({ unitId }) => unitId),
			objective: { sense: 'largest', terms: [] },
			rows: rowsOf(problem, demands)
		}).state !== 'infeasible'
	);
}

/** Demands of one figure that can give way by degrees. */
const MEASURED: readonly Demand['kind'][] = [
	...(['budget', 'group-least', 'group-most', 'set-least', 'set-most'] as const)
];

/** How far a demand has to give way for all others to be met; undefined where they cannot even without it. */
function relax(problem: ChoiceProblem, demand: Demand, solve: Solve): Relaxation | undefined {
	const others = problem.demands.filter((each) => each !== demand);
	const [row] = demandRows(demand, problem);
	const measured: Objective | undefined =
		row && MEASURED.includes(demand.kind)
			? { sense: row.at === 'most' ? 'smallest' : 'largest', terms: row.terms }
			: undefined;
	const unitIds = problem.units.map(({ unitId }) => unitId);
	if (demand.kind === 'count') return relaxCount(problem, demand, others, solve);
	const solved = solve({
		unitIds,
		objective: measured ?? { sense: 'largest', terms: [] },
		rows: rowsOf(problem, others)
	});
	if (!isFound(solved)) return undefined;
	return measured ? { demand, needed: solved.value } : { demand };
}

/** The number nearest to what was demanded: below its minimum or above its maximum. */
function relaxCount(
	problem: ChoiceProblem,
	demand: Extract<Demand, { kind: 'count' }>,
	others: readonly Demand[],
	solve: Solve
): Relaxation | undefined {
	const unitIds = problem.units.map(({ unitId }) => unitId);
	const terms = unitIds.map((unitId) => ({ unitId, factor: 1 }));
	const rows = rowsOf(problem, others);
	const fewest = solve({ unitIds, objective: { sense: 'smallest', terms }, rows });
	if (!isFound(fewest)) return undefined;
	if (fewest.value > demand.max) return { demand, needed: fewest.value };
	const most = solve({ unitIds, objective: { sense: 'largest', terms }, rows });
	return isFound(most) ? { demand, needed: most.value } : undefined;
}
