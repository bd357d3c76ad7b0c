import { scaleLinear } from 'd3-scale';
import { ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { commonRate } from '#lib/domain/evidence/common-rate.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatRate } from '../format.ts';
import { unitText } from './plot-text.ts';
import { curveOf, PLOT_EDGES, PLOT_HEIGHT, PLOT_WIDTH, type Plot, type PlotUnit } from './plot.ts';

const BINS = 26;
const LARGEST = 6;
/** A low pile needs no tall sheet. */
const MIN_HEIGHT = 100;

/** How many communes have which rate: a dot a commune, piled up. */
export function distributionPlot(units: readonly PlotUnit[]): Plot {
	const { left, right, top, bottom } = PLOT_EDGES;
	const rates = units.map(({ now }) => ratePer10000(now.count, now.exposure));
	const x = scaleLinear([0, Math.max(1, ...rates)], [left, PLOT_WIDTH - right]).nice();
	const [from, to] = x.range() as [number, number];
	const step = (to - from) / BINS;
	const binOf = (rate: number) => Math.min(BINS - 1, Math.floor((x(rate) - from) / step));
	const piles = new Map<number, number>();
	const ordered = units
		.map((unit, at) => ({ unit, rate: rates[at]! }))
		.sort((a, b) => a.rate - b.rate);
	const placed = ordered.map(({ unit, rate }) => {
		const bin = binOf(rate);
		const level = piles.get(bin) ?? 0;
		piles.set(bin, level + 1);
		return { unit, bin, level };
	});
	const highest = Math.max(1, ...piles.values());
	const rise = Math.min(2 * LARGEST, step, (PLOT_HEIGHT - bottom - top) / highest);
	const height = Math.max(MIN_HEIGHT, top + highest * rise + bottom);
	const floor = height - bottom;
	const common = commonRate(units.map(({ now }) => now));
	return {
		width: PLOT_WIDTH,
		height,
		left,
		right: PLOT_WIDTH - right,
		bottom: floor,
		radius: Math.max(1, rise / 2 - 0.25),
		marks: placed.map(({ unit, bin, level }) => ({
			unitId: unit.unitId,
			x: from + (bin + 0.5) * step,
			y: floor - (level + 0.5) * rise,
			values: [x.invert(from + (bin + 0.5) * step), level + 1] as [number, number],
			text: unitText(unit)
		})),
		xTicks: x.ticks(6).map((tick) => ({ at: x(tick), label: formatRate(tick) })),
		yTicks: [],
		curves:
			common === undefined
				? []
				: [
						curveOf(
							'common',
							[
								[ratePer10000(common, 1), 0],
								[ratePer10000(common, 1), highest + 1]
							],
							x,
							(level) => (level === 0 ? floor : top)
						)
					],
		xTitle: m.plot_axis_rate(),
		yTitle: ''
	};
}
