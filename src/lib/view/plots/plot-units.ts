import type { MonthFigure } from '#lib/domain/frame-matrices.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { absenceLabel } from '../class-label.ts';
import { formatCount } from '../format.ts';
import type { FrameUnit } from '../wire.ts';
import type { PlotUnit } from './plot.ts';

/** The communes of a frame with their figures; those without any are left out. @param figures in the units' order */
export function plotUnits(
	units: readonly FrameUnit[],
	figures: readonly MonthFigure[]
): PlotUnit[] {
	return units.flatMap((unit, row) => {
		const { now, trend, noise } = figures[row]!;
		if (typeof now === 'string' || noise === undefined) return [];
		return {
			unitId: unit.id,
			name: fullName(unit),
			now,
			noise,
			...('trend' in trend ? { trend: trend.trend } : {})
		};
	});
}

/**
 * How many communes are not drawn, and why; undefined where all are.
 *
 * @param byTrend whether the chart needs a trend, too
 */
export function withoutText(figures: readonly MonthFigure[], byTrend: boolean): string | undefined {
	const without = figures.flatMap(({ now, trend }) => {
		if (typeof now === 'string') return [absenceLabel(now)];
		return byTrend && 'missing' in trend ? [absenceLabel(trend.missing)] : [];
	});
	if (without.length === 0) return undefined;
	return m.plot_without({
		count: formatCount(without.length),
		reasons: [...new Set(without)].join('; ').toLocaleLowerCase()
	});
}
