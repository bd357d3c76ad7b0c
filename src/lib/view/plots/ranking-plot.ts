import { scaleLinear } from 'd3-scale';
import { commonRate } from '#lib/domain/evidence/common-rate.ts';
import { ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatRate } from '../format.ts';
import { rateWithInterval, unitText } from './plot-text.ts';
import { curveOf, PLOT_EDGES, PLOT_WIDTH, type Plot, type PlotUnit } from './plot.ts';

const NAMES = 120;
const ROW = 16;
const RADIUS = 3.5;

/** Communes by their rate, each with its exact interval: a rank is worth as little as intervals overlap. */
export function rankingPlot(units: readonly PlotUnit[]): Plot {
	const { right, top, bottom } = PLOT_EDGES;
	const ranked = units
		.map((unit) => ({ unit, ...rateWithInterval(unit.now) }))
		.sort((a, b) => b.rate - a.rate || b.unit.now.exposure - a.unit.now.exposure);
	const floor = top + ranked.length * ROW;
	const x = scaleLinear(
		[0, Math.max(1, ...ranked.map(({ rate }) => rate)) * 1.6],
		[NAMES, PLOT_WIDTH - right]
	).nice();
	const end = x.range()[1]!;
	const common = commonRate(units.map(({ now }) => now));
	const upright = (rate: number) =>
		curveOf(
			'common',
			[
				[ratePer10000(rate, 1), 0],
				[ratePer10000(rate, 1), ranked.length]
			],
			x,
			(rank) => floor - rank * ROW
		);
	const rowOf = (at: number) => top + (at + 0.5) * ROW;
	return {
		width: PLOT_WIDTH,
		height: floor + bottom,
		left: NAMES,
		right: PLOT_WIDTH - right,
		bottom: floor,
		radius: RADIUS,
		marks: ranked.map(({ unit, rate, low, high }, at) => ({
			unitId: unit.unitId,
			x: x(rate),
			y: rowOf(at),
			values: [rate, ranked.length - at] as [number, number],
			interval: [x(low), Math.min(end, x(high))],
			text: unitText(unit)
		})),
		xTicks: x.ticks(5).map((tick) => ({ at: x(tick), label: formatRate(tick) })),
		yTicks: ranked.map(({ unit }, at) => ({ at: rowOf(at), label: unit.name })),
		curves: common === undefined ? [] : [upright(common)],
		xTitle: m.plot_axis_rate(),
		yTitle: ''
	};
}
