import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { comparedWith } from '../base-label.ts';
import { monthName } from '../month-name.ts';
import type { PlotName, ViewParams } from '../view-params.ts';
import { distributionPlot } from './distribution.ts';
import { funnelPlot } from './funnel-plot.ts';
import type { Plot, PlotUnit } from './plot.ts';
import { rankingPlot } from './ranking-plot.ts';
import { scatterPlot } from './scatter-plot.ts';

export const PLOT_TITLES: Record<PlotName, () => string> = {
	distribution: m.plot_distribution,
	funnel: m.plot_funnel,
	scatter: m.plot_scatter,
	ranking: m.plot_ranking,
	years: m.plot_years
};

/** A chart with a mark a commune: what draws it, and what is to be known when reading it. */
export interface MarkPlotKind {
	name: Exclude<PlotName, 'years'>;
	build: (units: readonly PlotUnit[]) => Plot;
	note: (view: Pick<ViewParams, 'base' | 'question'>, month: Month, calendar: Scheme) => string;
}

export const MARK_PLOTS: readonly MarkPlotKind[] = [
	{
		name: 'distribution',
		build: distributionPlot,
		note: (_view, month, calendar) =>
			m.plot_distribution_note({ month: monthName(month, calendar) })
	},
	{ name: 'funnel', build: funnelPlot, note: () => m.plot_funnel_note() },
	{
		name: 'scatter',
		build: scatterPlot,
		note: (view) => m.plot_scatter_note({ base: comparedWith(view) })
	},
	{ name: 'ranking', build: rankingPlot, note: () => m.plot_ranking_note() }
];
