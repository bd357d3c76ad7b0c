import { yearOf } from '../period.ts';
import { isWholeYears, type ReportData, type ReportFigure } from '../report/report.ts';
import type { PublicCopy } from './public-copy.ts';
import { isSmall } from './small-count.ts';

/** So many communes at least stand behind a public total: that of one or two would tell of each. */
const FEWEST = 3;

/** Whether a period is one calendar year: only those are public, for what two others differ by is a month's. */
export function isPublicPeriod(period: ReportData['period']): boolean {
	return isWholeYears(period) && yearOf(period.from) === yearOf(period.to);
}

/**
 * A report of one year as the public may have it: without the counts of single communes, and without totals that a
 * public copy hides, which are marked as withheld.
 */
export function publicReport(data: ReportData, copy: PublicCopy): ReportData {
	const { leading, recorded, compared, list, figures, track, period } = data;
	const year = yearOf(period.to);
	const shows = (of: 'recorded' | 'compared', when: number, units: number) =>
		units >= FEWEST && copy.showsTotal(leading, when, { of, until: year });
	const showsProgramme = (indicator: string, when: number) =>
		list.length >= FEWEST &&
		copy.showsTotal(indicator, when, { of: 'programme', track, until: year });
	return {
		...data,
		recorded: recorded && {
			...recorded,
			...(shows('recorded', year, recorded.units) ? {} : { count: 0, withheld: true })
		},
		compared: compared && {
			...compared,
			...(shows('compared', year, compared.units) && shows('compared', year - 1, compared.units)
				? {}
				: { now: 0, base: 0, withheld: true })
		},
		figures: figures.map((figure) => withhold(figure, year, showsProgramme)),
		list: list.map((commune) => ({ ...commune, count: undefined, base: undefined, withheld: true }))
	};
}

function withhold(
	figure: ReportFigure,
	year: number,
	showsProgramme: (indicator: string, year: number) => boolean
): ReportFigure {
	const { indicator, scope, total, base } = figure;
	const shows = (count: number | undefined, when: number) =>
		count === undefined ||
		(scope === 'programme' ? showsProgramme(indicator, when) : !isSmall(count));
	const [now, before] = [shows(total, year), shows(base, year - 1)];
	return {
		...figure,
		...(now ? {} : { total: undefined }),
		...(before ? {} : { base: undefined }),
		withheld: { total: !now, base: !before }
	};
}
