import { describe, expect, it } from 'vitest';
import { estimateChange } from '#lib/domain/evidence/change-model.ts';
import type { PlotUnit } from './plot.ts';
import { distributionPlot } from './distribution.ts';
import { enclosed } from './lasso.ts';
import { funnelPlot } from './funnel-plot.ts';
import { rankingPlot } from './ranking-plot.ts';
import { scatterPlot } from './scatter-plot.ts';

const WINDOW = { from: 1, to: 12, count: 4, exposure: 4000, months: 12, weight: 1 };
const units: PlotUnit[] = Array.from({ length: 40 }, (_, at) => ({
	unitId: at + 1,
	name: `Xã ${at + 1}`,
	now: { count: at % 9, exposure: 4000 + 250 * at },
	noise: 0.02,
	...(at % 4 === 0
		? {}
		: {
				trend: {
					class: 'unclear' as const,
					probabilityFalling: 0.5,
					now: WINDOW,
					base: WINDOW,
					windows: { now: 4 + (at % 20), before: 9, ratio: 1, noise: 0.04 },
					noise: { v: 0.02, assumed: false }
				}
			})
}));
const builders = { distributionPlot, funnelPlot, rankingPlot, scatterPlot };

describe.each(Object.entries(builders))('%s', (name, build) => {
	it('draws every commune that has the figure, once, on the sheet', () => {
		const { marks, width, height, left, bottom } = build(units);
		const expected = name === 'scatterPlot' ? units.filter(({ trend }) => trend) : units;
		expect(marks.map(({ unitId }) => unitId).sort((a, b) => a - b)).toEqual(
			expected.map(({ unitId }) => unitId)
		);
		for (const { x, y, interval, text } of marks) {
			expect(x).toBeGreaterThanOrEqual(left);
			expect(x).toBeLessThanOrEqual(width);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThanOrEqual(Math.min(bottom, height));
			if (interval) {
				expect(interval[0]).toBeLessThanOrEqual(x);
				expect(interval[1]).toBeGreaterThanOrEqual(x);
			}
			expect(text).toMatch(/^Xã \d+: \d+ vụ, \d+,\d trên 10\.000 dân/);
		}
	});

	it('is an empty sheet without communes, and has no place that is not a number', () => {
		for (const plot of [build([]), build([{ ...units[0]!, now: { count: 0, exposure: 10 } }])]) {
			const numbers = [
				...plot.marks.flatMap(({ x, y }) => [x, y]),
				...plot.xTicks.map(({ at }) => at),
				...plot.curves.flatMap(({ points }) => points.flat())
			];
			expect(numbers.every(Number.isFinite)).toBe(true);
		}
		expect(build([]).marks).toEqual([]);
	});
});

it('ranks by rate, highest first', () => {
	const { marks } = rankingPlot(units);
	expect(marks.map(({ x }) => x)).toEqual(marks.map(({ x }) => x).sort((a, b) => b - a));
});

it('puts nobody between the limits of a funnel who is beyond them', () => {
	const plot = funnelPlot([
		...units,
		{ unitId: 99, name: 'Xã nhiều', now: { count: 40, exposure: 9000 }, noise: 0.02 }
	]);
	const far = plot.marks.find(({ unitId }) => unitId === 99)!;
	const upper = plot.curves.filter(({ kind }) => kind === 'limit-95').at(-1)!;
	const limit = upper.points.findLast(([x]) => x <= far.x)!;
	expect(far.y).toBeLessThan(limit[1]);
});

it('piles communes of a like rate on each other', () => {
	const alike = units.map((unit) => ({ ...unit, now: { count: 4, exposure: 8000 } }));
	const { marks } = distributionPlot(alike);
	expect(new Set(marks.map(({ x }) => x)).size).toBe(1);
	expect(new Set(marks.map(({ y }) => y)).size).toBe(alike.length);
});

describe('a lasso', () => {
	const places = [
		{ id: 1, x: 5, y: 5 },
		{ id: 2, x: 15, y: 5 }
	];
	it('takes what it encloses', () => {
		const stroke: [number, number][] = [
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10]
		];
		expect(enclosed(stroke, places)).toEqual([1]);
	});
	it('takes nothing by a click', () => {
		expect(enclosed([[5, 5]], places)).toEqual([]);
	});
});

describe('figures of marks', () => {
	const places = (build: (typeof builders)['funnelPlot']) =>
		build(units).marks.map(({ unitId, x, values }) => ({ unitId, x, values }));

	it('are population and rate on the funnel, rate and ratio on the chart of changes', () => {
		const eighth = units[7]!.now;
		expect(places(funnelPlot).find(({ unitId }) => unitId === 8)?.values).toEqual([
			eighth.exposure,
			(10_000 * eighth.count) / eighth.exposure
		]);
		expect(places(scatterPlot).find(({ unitId }) => unitId === 8)?.values[1]).toBe(
			estimateChange(units[7]!.trend!.windows).ratio
		);
	});

	it.each(Object.entries(builders))(
		'lie on the sheet as they lie to each other: %s',
		(_name, build) => {
			const marks = places(build);
			for (const a of marks) {
				for (const b of marks) {
					if (a.x !== b.x) expect(a.values[0] < b.values[0]).toBe(a.x < b.x);
				}
			}
			const [curve] = build(units).curves;
			expect(curve?.values).toHaveLength(curve!.points.length);
		}
	);
});
