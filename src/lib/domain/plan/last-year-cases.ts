import type { FrameFigures } from '../evidence/frame-figures.ts';
import { lastYear, readWindow } from '../evidence/windows.ts';
import type { Month } from '../period.ts';

/** A unit's recorded cases, as they stand beside each other in a ranking. */
export interface LastYearCases {
	/** Cases of the last twelve months. */
	count?: number;
	/** Cases of the twelve months before those. */
	countBefore?: number;
	/** Reported months of the last twelve, where not all were. */
	months?: number;
	/** Person-years of the months of `count` that were reported: cases over these are the rate. */
	personYears?: number;
}

const YEAR = 12;

/**
 * Cases of each unit in the last twelve months and the same period before, by what was known at the end of a month. What
 * is not known is absent.
 */
export function lastYearCases(figures: FrameFigures, at: Month): LastYearCases[] {
	const year = lastYear(at);
	const before = { from: year.from - YEAR, to: year.to - YEAR };
	return figures.units.map((_, unit): LastYearCases => {
		const now = readWindow(figures, unit, year, 'own', at);
		const then = readWindow(figures, unit, before, 'own', at);
		return {
			...(typeof now === 'string' ? {} : { count: now.count, personYears: now.exposure }),
			...(typeof now !== 'string' && now.months < YEAR ? { months: now.months } : {}),
			...(typeof then === 'string' ? {} : { countBefore: then.count })
		};
	});
}
