import { expose, later, type Candidate } from './candidates.ts';
import {
	adjustedRatio,
	weightedDisplacementDifference,
	type BeforeAfter,
	type Estimate
} from './effect.ts';
import { comparisonArms, type Level } from './regression-to-mean.ts';
import type { Span, Study, StudyArm, StudyPair } from './study-types.ts';
import { sum } from './sum.ts';

/**
 * What became of the communes around treated ones, where crime may have moved: those that are neither
 * treated nor compared with.
 */
export function ringOf(
	pairs: readonly StudyPair[],
	candidates: readonly Candidate[],
	level: Level,
	counts: BeforeAfter,
	lag: number,
	neighboursOf: (unitId: number) => readonly number[]
): Study['ring'] {
	const byId = new Map(candidates.map((candidate) => [candidate.unitId, candidate]));
	const taken = new Set(
		pairs.flatMap(({ comparisons }) => comparisons.map(({ unitId }) => unitId))
	);
	const arms: (StudyArm & { window: Span })[] = [];
	for (const { unitId, window } of pairs) {
		for (const id of neighboursOf(unitId)) {
			const candidate = byId.get(id);
			if (!candidate || candidate.approved !== undefined || taken.has(id)) continue;
			const then = expose(candidate, window);
			const now = expose(candidate, later(window, lag));
			if (typeof then === 'string' || typeof now === 'string') continue;
			taken.add(id);
			arms.push({ unitId: id, before: then.count, after: now.count, window });
		}
	}
	if (arms.length === 0) return undefined;
	const [before, after] = [sum(arms, (arm) => arm.before), sum(arms, (arm) => arm.after)];
	const own = level(arms);
	const compared = level(comparisonArms(pairs));
	const ratio = own && compared && adjustedRatio({ ...counts, treatedAfter: after }, own, compared);
	const difference = differenceWithRing(counts, { before, after }, pairs[0]!.comparisons.length);
	return {
		...{ communes: arms.length, before, after },
		...(ratio ? { ratio } : {}),
		...(difference ? { difference } : {})
	};
}

/**
 * Treated communes and their ring together against the same comparison communes, which weigh for the ring
 * as much as they had events for each of its own before.
 */
function differenceWithRing(
	counts: BeforeAfter,
	ring: { before: number; after: number },
	perUnit: number
): Estimate | undefined {
	if (counts.comparedBefore === 0) return undefined;
	return weightedDisplacementDifference(
		{
			...counts,
			treatedBefore: counts.treatedBefore + ring.before,
			treatedAfter: counts.treatedAfter + ring.after
		},
		{ comparedWeight: 1 / perUnit + ring.before / counts.comparedBefore }
	);
}
