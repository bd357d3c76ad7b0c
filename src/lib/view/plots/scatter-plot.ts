import { scaleLinear, scaleLog } from 'd3-scale';
import { estimateChange } from '#lib/domain/evidence/change-model.ts';
import { ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, formatRate } from '../format.ts';
import { unitText } from './plot-text.ts';
import { curveOf, PLOT_EDGES, PLOT_HEIGHT, PLOT_WIDTH, type Plot, type PlotUnit } from './plot.ts';

const RADIUS = 4;
/** Changes are never drawn larger than they are: at least so far up and down. */
const MIN_SPAN = 1.5;
const RATIOS = [0.1, 0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 4, 10];

/** Rates against their change, allowing for usual variation as the map does; communes without a trend are left out. */
export function scatterPlot(units: readonly PlotUnit[]): Plot {
	const { left, right, top, bottom } = PLOT_EDGES;
	const floor = PLOT_HEIGHT - bottom;
	const known = units.flatMap((unit) =>
		unit.trend ? [{ unit, ratio: estimateChange(unit.trend.windows).ratio }] : []
	);
	const rateOf = ({ now }: PlotUnit) => ratePer10000(now.count, now.exposure);
	const span = Math.max(MIN_SPAN, ...known.map(({ ratio }) => Math.max(ratio, 1 / ratio) * 1.05));
	const x = scaleLinear(
		[0, Math.max(1, ...known.map(({ unit }) => rateOf(unit)))],
		[left, PLOT_WIDTH - right]
	).nice();
	const y = scaleLog([1 / span, span], [floor, top]);
	return {
		width: PLOT_WIDTH,
		height: PLOT_HEIGHT,
		left,
		right: PLOT_WIDTH - right,
		bottom: floor,
		radius: RADIUS,
		marks: known
			.map(({ unit, ratio }) => ({
				unitId: unit.unitId,
				x: x(rateOf(unit)),
				y: y(ratio),
				values: [rateOf(unit), ratio] as [number, number],
				text: m.plot_unit_ratio({
					unit: unitText(unit),
					ratio: formatDecimal(ratio)
				})
			}))
			.sort((a, b) => a.x - b.x),
		xTicks: x.ticks(5).map((tick) => ({ at: x(tick), label: formatRate(tick) })),
		yTicks: RATIOS.filter((tick) => tick >= 1 / span && tick <= span).map((tick) => ({
			at: y(tick),
			label: formatDecimal(tick)
		})),
		curves: [
			curveOf(
				'even',
				[
					[0, 1],
					[x.domain()[1]!, 1]
				],
				x,
				y
			)
		],
		xTitle: m.plot_axis_rate(),
		yTitle: m.plot_axis_ratio(),
		logarithmic: true
	};
}
