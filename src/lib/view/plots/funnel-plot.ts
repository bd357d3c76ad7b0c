import { scaleLinear } from 'd3-scale';
import { commonRate } from '#lib/domain/evidence/common-rate.ts';
import { funnelLimits, funnelSpread, type FunnelLimits } from '#lib/domain/evidence/funnel.ts';
import { ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatRate } from '../format.ts';
import { unitText } from './plot-text.ts';
import {
	curveOf,
	PLOT_EDGES,
	PLOT_HEIGHT,
	PLOT_WIDTH,
	type Curve,
	type Plot,
	type PlotUnit
} from './plot.ts';

const RADIUS = 4;
/** Exact limits go in steps, as counts do. */
const STEPS = 360;

/** Rates against population, with the limits between which a commune usually lies. */
export function funnelPlot(units: readonly PlotUnit[]): Plot {
	const { left, right, top, bottom } = PLOT_EDGES;
	const floor = PLOT_HEIGHT - bottom;
	const common = commonRate(units.map(({ now }) => now)) ?? 0;
	const spread = funnelSpread(
		units.map(({ now }) => now),
		units[0]?.noise ?? 0
	);
	const rates = units.map(({ now }) => ratePer10000(now.count, now.exposure));
	const most = Math.max(1, ...units.map(({ now }) => now.exposure));
	const x = scaleLinear([0, most], [left, PLOT_WIDTH - right]).nice();
	const y = scaleLinear([0, Math.max(1, ...rates) * 1.1], [floor, top]).nice();
	const [lowest, highest] = y.domain() as [number, number];
	const limitAt = (exposure: number, which: keyof FunnelLimits) => {
		const limits = funnelLimits(common * exposure, spread);
		const rate = ratePer10000(limits[which], exposure);
		return Math.min(highest, Math.max(lowest, rate));
	};
	const widest = x.domain()[1]!;
	const limit = (kind: Curve['kind'], which: keyof FunnelLimits): Curve => {
		const values = Array.from({ length: STEPS }, (_, at): [number, number] => {
			const exposure = (widest * (at + 1)) / STEPS;
			return [exposure, limitAt(exposure, which)];
		});
		return curveOf(kind, values, x, y);
	};
	const level = ratePer10000(common, 1);
	return {
		width: PLOT_WIDTH,
		height: PLOT_HEIGHT,
		left,
		right: PLOT_WIDTH - right,
		bottom: floor,
		radius: RADIUS,
		marks: units
			.map((unit, at) => ({
				unitId: unit.unitId,
				x: x(unit.now.exposure),
				y: y(rates[at]!),
				values: [unit.now.exposure, rates[at]!] as [number, number],
				text: unitText(unit)
			}))
			.sort((a, b) => a.x - b.x),
		xTicks: x.ticks(4).map((tick) => ({ at: x(tick), label: formatCount(tick) })),
		yTicks: y.ticks(4).map((tick) => ({ at: y(tick), label: formatRate(tick) })),
		curves: [
			curveOf(
				'common',
				[
					[0, level],
					[widest, level]
				],
				x,
				y
			),
			limit('limit-95', 'low95'),
			limit('limit-95', 'high95'),
			limit('limit-998', 'low998'),
			limit('limit-998', 'high998')
		],
		xTitle: m.plot_axis_people(),
		yTitle: m.plot_axis_rate()
	};
}
