import type { YearFigure } from '#lib/domain/commune/yearly.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ComparisonGroup } from './evidence-wire.ts';

/** A year with its rate per 10,000 people and year. */
export interface YearRate extends YearFigure {
	rate: number;
}

const GROUPS: Record<ComparisonGroup, () => string> = {
	own: m.commune_group_own,
	province: m.commune_group_province,
	neighbours: m.commune_group_neighbours,
	like: m.commune_group_like
};

export function groupLabel(group: ComparisonGroup): string {
	return GROUPS[group]();
}

/** Rates of the years whose population is known. */
export function ratesOf(figures: readonly YearFigure[]): YearRate[] {
	return figures.flatMap((figure) =>
		figure.exposure === undefined
			? []
			: { ...figure, rate: ratePer10000(figure.count, figure.exposure) }
	);
}

/** The same with exact 95 % intervals. */
export function withIntervals(
	figures: readonly YearFigure[]
): (YearRate & { low: number; high: number })[] {
	return ratesOf(figures).map((figure) => {
		const [low, high] = exactPoissonInterval(Math.round(figure.count));
		return {
			...figure,
			low: ratePer10000(low, figure.exposure!),
			high: ratePer10000(high, figure.exposure!)
		};
	});
}
