import type { ChoiceProblem } from './choice.ts';
import { choose } from './choose.ts';
import {
	CRITERIA,
	scoreAll,
	type Criterion,
	type CriterionValues,
	type Weights
} from './criteria.ts';
import type { Normalisation } from './normalise.ts';
import { isFound, type Solve } from './solver.ts';

/** What weights are multiplied by, from nearly as they are to out of recognition, on each side. */
const FACTORS = { less: [0.8, 0.5, 0], more: [1.25, 2] } as const;

/** Scores as they would be with one weight changed. */
export interface WeightVariant {
	criterion: Criterion;
	factor: number;
	/** In the order of the candidates. */
	scores: (number | undefined)[];
}

/** The smallest change of a weight, of those tried, that changes the choice. */
export interface Sensitivity {
	criterion: Criterion;
	factor: number;
	in: number[];
	out: number[];
}

/** Scores for every change of a weight that is tried, those nearest to no change first. */
export function weightVariants(
	values: readonly CriterionValues[],
	weights: Weights,
	how: Normalisation
): WeightVariant[] {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	return used.flatMap((criterion) =>
		[...FACTORS.less, ...FACTORS.more].flatMap((factor) => {
			const changed = { ...weights, [criterion]: weights[criterion] * factor };
			if (Object.values(changed).every((weight) => weight <= 0)) return [];
			const scores = scoreAll(values, changed, how).map(({ total }) => total);
			return { criterion, factor, scores };
		})
	);
}

/**
 * Which weight would change the choice, and how little of a change it takes.
 *
 * @param variants as `weightVariants` makes them, scores in the order of the problem's units
 */
export function findSensitivity(
	problem: ChoiceProblem,
	chosen: readonly number[],
	variants: readonly WeightVariant[],
	solve: Solve
): Sensitivity[] {
	const found: Sensitivity[] = [];
	for (const { criterion, factor, scores } of variants) {
		const side = factor < 1;
		// A larger change to the same side says nothing more.
		if (found.some((each) => each.criterion === criterion && each.factor < 1 === side)) continue;
		const units = problem.units.map((unit, at) => ({ ...unit, score: scores[at] ?? 0 }));
		const solved = choose({ ...problem, units }, solve);
		if (!isFound(solved)) continue;
		const comes = solved.chosen.filter((id) => !chosen.includes(id));
		if (comes.length === 0 && solved.chosen.length === chosen.length) continue;
		found.push({
			criterion,
			factor,
			in: comes,
			out: chosen.filter((id) => !solved.chosen.includes(id))
		});
	}
	return found;
}
