import type { MonthlySeries } from '../observation.ts';
import { toMonth, yearOf, type Month } from '../period.ts';
import { marshallMoments, shrinkRate } from '../evidence/smoothing.ts';
import type { SeriesPoint } from '../evidence/slope.ts';

/** A year of a series. */
export interface YearFigure {
	year: number;
	/** Sum of the months that were reported. */
	count: number;
	/** Months that were reported. */
	months: number;
	/** Person-years of the reported months; undefined when the population is not known. */
	exposure: number | undefined;
}

/** Adds a monthly series up by years; years without any report are left out. */
export function yearlyFigures(
	series: MonthlySeries,
	populationOf: (year: number) => number | undefined,
	{ from, to }: { from: Month; to: Month }
): YearFigure[] {
	const figures: YearFigure[] = [];
	for (let year = yearOf(from); year <= yearOf(to); year++) {
		let count = 0;
		let months = 0;
		for (let month = toMonth(year, 1); month <= toMonth(year, 12); month++) {
			const value = month < from || month > to ? undefined : series.get(month);
			if (value === undefined) continue;
			count += value;
			months++;
		}
		if (months === 0) continue;
		const population = populationOf(year);
		const known = population !== undefined && population > 0;
		figures.push({ year, count, months, exposure: known ? (population * months) / 12 : undefined });
	}
	return figures;
}

/** The years of all members together, as far as each was reported with a known population. */
export function sumYears(members: readonly (readonly YearFigure[])[]): YearFigure[] {
	const byYear = new Map<number, YearFigure>();
	for (const figure of members.flat()) {
		if (figure.exposure === undefined) continue;
		const sum = byYear.get(figure.year);
		if (sum) {
			sum.count += figure.count;
			sum.exposure! += figure.exposure;
			sum.months = Math.max(sum.months, figure.months);
		} else byYear.set(figure.year, { ...figure });
	}
	return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/**
 * A member's yearly rates, each shrunk towards the rate of all in that year as far as chance spreads rates
 * (Marshall's empirical Bayes): the line through points that hop.
 *
 * @returns events per person-year, for the years in which the member's exposure is known
 */
export function smoothYears(
	own: readonly YearFigure[],
	members: readonly (readonly YearFigure[])[]
): { year: number; rate: number }[] {
	const exposed = ({ count, exposure }: YearFigure) =>
		exposure === undefined ? [] : [{ count, exposure }];
	return own.flatMap((figure) => {
		const [area] = exposed(figure);
		const others = members.flatMap((figures) =>
			figures.filter(({ year }) => year === figure.year).flatMap(exposed)
		);
		const moments = marshallMoments(others);
		return area && moments ? [{ year: figure.year, rate: shrinkRate(area, moments) }] : [];
	});
}

/** Whole years with a population, as points of a slope. */
export function slopePoints(figures: readonly YearFigure[]): SeriesPoint[] {
	return figures.flatMap(({ year, count, months, exposure }) =>
		months === 12 && exposure !== undefined ? [{ time: year, count, exposure }] : []
	);
}

/** Runs of months that were not reported, first and last. */
export function findGaps(
	series: MonthlySeries,
	{ from, to }: { from: Month; to: Month }
): { from: Month; to: Month }[] {
	const gaps: { from: Month; to: Month }[] = [];
	for (let month = from; month <= to; month++) {
		if (series.has(month)) continue;
		const last = gaps.at(-1);
		if (last?.to === month - 1) last.to = month;
		else gaps.push({ from: month, to: month });
	}
	return gaps;
}
