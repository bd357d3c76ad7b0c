import type { Month } from '#lib/domain/period.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { formatDate } from '#lib/view/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { fillCode } from '#lib/view/frame-view.ts';
import { MARK_PLOTS, PLOT_TITLES } from '#lib/view/plots/plot-kinds.ts';
import { plotUnits, withoutText } from '#lib/view/plots/plot-units.ts';
import type { Plot } from '#lib/view/plots/plot.ts';
import { yearsShown, yearText, type YearShown } from '#lib/view/plots/years.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { Province } from '../province.ts';
import { drawnSlide, type DrawnSlide } from './slide-content.ts';
import { findShown, type ShownFrame, type ShownView } from './show-frames.ts';
import type { SlideView } from './story-views.ts';

/** The chart of a slide, as it is drawn into files. */
export type SlideChart = {
	title: string;
	/** What is to be known when reading it. */
	notes: string[];
	/** Whether classes are by people. */
	perPeople: boolean;
} & (
	| {
			kind: 'marks';
			plot: Plot;
			/** Class of each mark's commune in the month. */
			codes: (number | undefined)[];
			/** The commune in the light, by id. */
			lit: number | undefined;
	  }
	| {
			kind: 'years';
			shown: ShownView & { frame: ShownFrame };
			view: ViewParams;
			years: (YearShown & { text: string })[];
			/** The view in a month of its years, as it is drawn. */
			drawnIn: (month: Month) => DrawnSlide | undefined;
	  }
);

/** @returns undefined for a slide without a chart, and where no boundaries are known in its month */
export async function slideChart(
	frames: readonly ShownFrame[],
	province: Province,
	{ params, month }: SlideView
): Promise<SlideChart | undefined> {
	const [name] = params.plots;
	const shown = findShown(frames, params, month);
	if (!name || !shown) return undefined;
	const { source, scope, frame } = shown;
	const title = PLOT_TITLES[name]();
	const { perPeople } = params;
	if (name === 'years') {
		const { dataMonths } = province.historyOf(scope.track);
		const from = timelineStart(province.history, scope.last);
		return {
			kind: 'years',
			title,
			perPeople,
			shown,
			view: params,
			notes: [m.plot_years_note({ date: formatDate(frame.from) })],
			drawnIn: (each) => drawnSlide(frames, province, { params, month: each }),
			years: yearsShown(from, scope.last, dataMonths?.to ?? null).map((year) => ({
				...year,
				text: yearText(source, year, params)
			}))
		};
	}
	const kind = MARK_PLOTS.find((each) => each.name === name)!;
	const figures = await province.evidence.ask('monthFigures', scope, month);
	const plot = kind.build(plotUnits(source.units, figures));
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	return {
		kind: 'marks',
		title,
		perPeople,
		plot,
		notes: [
			plot.marks.length === 0 ? m.plot_none() : kind.note(params, month, province.history.calendar),
			withoutText(figures, name === 'scatter') ?? []
		].flat(),
		codes: plot.marks.map(({ unitId }) => fillCode(source, rows.get(unitId)!, month, params)),
		lit: source.units.find(({ code }) => code === params.unit)?.id
	};
}
