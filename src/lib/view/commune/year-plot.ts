import type { Month } from '#lib/domain/period.ts';
import { monthOfYear, yearOf } from '#lib/domain/period.ts';
import type { ComparisonGroup, EventYears } from '../evidence-wire.ts';
import { ratesOf, withIntervals } from '../year-rates.ts';
import { roundTicks } from './round-ticks.ts';

/** Room of a chart around its plot, in pixels. */
export interface PlotRoom {
	width: number;
	height: number;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** A chart of years in pixels: places of years and rates, and what is drawn there. */
export interface YearPlot {
	x: (year: number) => number;
	y: (rate: number) => number;
	ticks: number[];
	points: ReturnType<typeof withIntervals>;
	lines: { group: ComparisonGroup; points: string }[];
	/** Width of a year. */
	step: number;
}

/** @param groups that are drawn as lines beside the commune's own dots, over its years only */
export function yearPlot(
	{ yearly }: Pick<EventYears, 'yearly'>,
	groups: readonly ComparisonGroup[],
	{ width, height, left, right, top, bottom }: PlotRoom
): YearPlot | undefined {
	const points = withIntervals(yearly.own);
	const years = points.map(({ year }) => year);
	if (years.length === 0) return undefined;
	const [first, last] = [Math.min(...years), Math.max(...years)];
	const rates = groups.map((group) => ({
		group,
		points: ratesOf(yearly[group]).filter(({ year }) => first <= year && year <= last)
	}));
	const ticks = roundTicks(
		Math.max(
			...points.map(({ high }) => high),
			...rates.flatMap((each) => each.points.map(({ rate }) => rate))
		)
	);
	const highest = ticks.at(-1) ?? 1;
	const step = (width - left - right) / (last - first + 1);
	const x = (year: number) => left + step * (year - first + 0.5);
	const y = (rate: number) => top + (height - top - bottom) * (1 - rate / highest);
	return {
		x,
		y,
		ticks,
		points,
		step,
		lines: rates.map(({ group, points: list }) => ({
			group,
			points: list.map(({ year, rate }) => `${x(year).toFixed(1)},${y(rate).toFixed(1)}`).join(' ')
		}))
	};
}

/** Where the first day of a month lies on an axis whose years have their middle at whole numbers. */
export function yearAxisPlace(month: Month): number {
	return yearOf(month) + (monthOfYear(month) - 1) / 12 - 0.5;
}
