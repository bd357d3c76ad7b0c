import { gammaPrior, type GammaPrior } from '../evidence/smoothing.ts';
import { expose, type Candidate } from './candidates.ts';
import { adjustedRatio, regressedCount, type BeforeAfter } from './effect.ts';
import type { Span, Study, StudyArm, StudyPair } from './study-types.ts';

/** Hauer's estimate of what communes had before, in all, and its variance; undefined without a prior. */
export type Level = (
	arms: readonly (StudyArm & { window: Span })[]
) => { value: number; variance: number } | undefined;

/** Draws what communes had before back towards what communes of the province had in the same months. */
export function levelBy(candidates: readonly Candidate[]): Level {
	const byId = new Map(candidates.map((candidate) => [candidate.unitId, candidate]));
	const priors = new Map<string, GammaPrior | undefined>();
	const priorOf = (window: Span) => {
		const key = `${window.from} ${window.to}`;
		if (!priors.has(key)) {
			const areas = candidates.map((candidate) => expose(candidate, window));
			priors.set(key, gammaPrior(areas.filter((area) => typeof area !== 'string')));
		}
		return priors.get(key);
	};
	return (arms) => {
		const total = { value: 0, variance: 0 };
		for (const { unitId, before, window } of arms) {
			const prior = priorOf(window);
			const own = expose(byId.get(unitId)!, window);
			if (!prior || typeof own === 'string') return undefined;
			const { value, variance } = regressedCount(before, prior.mean * own.exposure, prior.alpha);
			total.value += value;
			total.variance += variance;
		}
		return total;
	};
}

/** Comparison communes with the months before of the commune that they are compared with. */
export function comparisonArms(pairs: readonly StudyPair[]): (StudyArm & { window: Span })[] {
	return pairs.flatMap(({ comparisons, window }) => comparisons.map((arm) => ({ ...arm, window })));
}

/** What regression to the mean alone would have made of the treated communes. */
export function regressionOf(
	pairs: readonly StudyPair[],
	level: Level,
	counts: BeforeAfter
): Study['regression'] {
	const treated = level(pairs);
	const compared = level(comparisonArms(pairs));
	if (!treated || !compared || counts.treatedBefore === 0) return undefined;
	const ratio = adjustedRatio(counts, treated, compared);
	return {
		observed: counts.treatedBefore,
		expected: treated.value,
		...(ratio ? { ratio } : {})
	};
}
