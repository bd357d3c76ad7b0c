import type { TrackHistory } from '../track-history.ts';
import type { Frame } from '../unit.ts';
import { listCandidates } from './candidates.ts';
import { rateRatioRatio, weightedDisplacementDifference, type BeforeAfter } from './effect.ts';
import { studyYears } from './event-years.ts';
import { listTreated, nearest } from './matching.ts';
import { levelBy, regressionOf } from './regression-to-mean.ts';
import { ringOf } from './ring.ts';
import type { Study, StudyPair, StudyQuestion } from './study-types.ts';
import { sum } from './sum.ts';

/** So many comparison communes for each treated one, as far as there are any. */
const MOST_COMPARISONS = 5;

/**
 * Compares communes before approval and some years after with communes like them that were never approved.
 *
 * Months before approval are held against the same months of later years, so that seasons cancel out.
 * Each treated commune gets the never approved ones of its kind whose crime rate and population before were
 * nearest, none of them twice.
 *
 * @param neighboursOf ids of the communes around one, on the frame's boundaries
 */
export function studyEffect(
	history: TrackHistory,
	frame: Frame,
	question: StudyQuestion,
	neighboursOf: (unitId: number) => readonly number[]
): Study {
	const candidates = listCandidates(history, frame);
	const { pairs: found, left } = listTreated(history, candidates, question);
	const controls = candidates.filter(
		({ approved, unitId }) => approved === undefined && !question.without?.includes(unitId)
	);
	const perUnit = Math.max(
		1,
		Math.min(MOST_COMPARISONS, Math.floor(controls.length / Math.max(1, found.length)))
	);
	const pairs: StudyPair[] = [];
	const free = new Set(controls);
	for (const { candidate, window, before, after } of found) {
		const comparisons = nearest(candidate, window, before, free, question.lag, perUnit);
		if (comparisons.length < perUnit) {
			left.push({ unitId: candidate.unitId, reason: 'no-comparison' });
			continue;
		}
		for (const { control } of comparisons) free.delete(control);
		pairs.push({
			unitId: candidate.unitId,
			approved: candidate.approved!,
			window,
			before: before.count,
			after: after.count,
			comparisons: comparisons.map(({ control, before: b, after: a }) => ({
				unitId: control.unitId,
				before: b.count,
				after: a.count
			}))
		});
	}
	const arms = pairs.flatMap(({ comparisons }) => comparisons);
	const counts: BeforeAfter = {
		treatedBefore: sum(pairs, ({ before }) => before),
		treatedAfter: sum(pairs, ({ after }) => after),
		comparedBefore: sum(arms, ({ before }) => before),
		comparedAfter: sum(arms, ({ after }) => after)
	};
	const ratio = rateRatioRatio(counts);
	const byId = new Map(candidates.map((candidate) => [candidate.unitId, candidate]));
	const level = levelBy(candidates);
	const ring = ringOf(pairs, candidates, level, counts, question.lag, neighboursOf);
	const regression = regressionOf(pairs, level, counts);
	return {
		frame: frame.from,
		lag: question.lag,
		pairs,
		left,
		perUnit,
		counts,
		...(ratio ? { ratio } : {}),
		difference: weightedDisplacementDifference(counts, { comparedWeight: 1 / perUnit }),
		years: studyYears(pairs, byId),
		...(ring ? { ring } : {}),
		...(regression ? { regression } : {})
	};
}
