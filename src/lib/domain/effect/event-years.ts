import type { Exposed } from '../evidence/smoothing.ts';
import { expose, YEAR, type Candidate } from './candidates.ts';
import { rateRatioRatio, type BeforeAfter } from './effect.ts';
import { MOST_BEFORE } from './matching.ts';
import type { StudyPair, StudyYear } from './study-types.ts';
import { sum } from './sum.ts';

const LAST_YEAR = 8;

/** Treated over compared in each year from approval, over the same in the months before it. */
export function studyYears(
	pairs: readonly StudyPair[],
	byId: ReadonlyMap<number, Candidate>
): StudyYear[] {
	const years: StudyYear[] = [];
	for (let year = -MOST_BEFORE / YEAR; year <= LAST_YEAR; year++) {
		if (year === -1) continue;
		const total: BeforeAfter = {
			...{ treatedBefore: 0, treatedAfter: 0, comparedBefore: 0, comparedAfter: 0 }
		};
		let communes = 0;
		for (const pair of pairs) {
			const span = {
				from: pair.approved + year * YEAR,
				to: pair.approved + year * YEAR + YEAR - 1
			};
			const own = expose(byId.get(pair.unitId)!, span);
			const others = pair.comparisons.map(({ unitId }) => expose(byId.get(unitId)!, span));
			if (typeof own === 'string' || others.some((each) => typeof each === 'string')) continue;
			communes++;
			total.treatedBefore += pair.before;
			total.treatedAfter += own.count;
			total.comparedBefore += sum(pair.comparisons, ({ before }) => before);
			total.comparedAfter += sum(others as Exposed[], ({ count }) => count);
		}
		const ratio = rateRatioRatio(total);
		if (ratio) years.push({ year, communes, ratio });
	}
	return years;
}
