import {
	SUMMARY_COLUMNS,
	SUMMARY_ROWS,
	summaryCode,
	type SummaryColumn,
	type SummaryRow
} from '#lib/domain/map-class.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLabel } from '#lib/view/base-label.ts';
import { formatCount } from '#lib/view/format.ts';
import type { ClassSource } from '#lib/view/frame-view.ts';
import { isIncluded, isInDistrict } from '#lib/view/included.ts';
import { layerName } from '#lib/view/layer-text.ts';
import { countFillCodes, legendKind, listLegend } from '#lib/view/legend.ts';
import { monthName } from '#lib/view/month-name.ts';
import { readableInk } from '#lib/view/readable-ink.ts';
import { isRelapse } from '#lib/view/relapse-mark.ts';
import { statusLegendLabel } from '#lib/view/status-legend-label.ts';
import { sumStatuses, type StatusCount } from '#lib/view/status-sum.ts';
import { unitsNoun } from '#lib/view/units-noun.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { LegendGrid, LegendLine, MapContent } from '../sheet/map-content.ts';
import { classPaint, FILTERED } from './area-paint.ts';

/** What a legend is made from. */
export interface LegendView {
	params: ViewParams;
	month: Month;
	calendar: Scheme;
	source: ClassSource;
	frame: { from: string };
}

type Legend = Pick<MapContent, 'legendTitle' | 'legendUnit' | 'legend' | 'legendGrid'>;

/**
 * The legend of a view, worded as on the screen: status as a sum of former communes, the summary as nine cells, else
 * the classes with their numbers of communes. What a filter leaves out is the last line.
 */
export function sheetLegend(view: LegendView): Legend {
	const { params, source, month } = view;
	const { district, classes, theme, perPeople } = params;
	const inDistrict = (row: number) => isInDistrict(source, row, district);
	const all = countFillCodes(source, month, params, () => true);
	const near = countFillCodes(source, month, params, inDistrict);
	const shown = new Map(
		[...near].filter(([code]) => classes.length === 0 || classes.includes(code))
	);
	const left = sumOf(all) - sumOf(shown);
	const filtered = left > 0 ? [{ label: m.sheet_filtered(), count: left, paint: FILTERED }] : [];
	if (theme === 'status') {
		const former = sumOf(all) > source.units.length;
		return {
			legendTitle: former
				? m.legend_former({ count: formatCount(sumOf(near)) })
				: m.legend_units({ count: formatCount(sumOf(near)), units: unitsNoun(view.frame) }),
			legendUnit: former ? m.legend_former_count() : m.legend_units_count(),
			// Of some states alone there are no sums.
			legend: [...statusLines(shown, classes.length === 0), ...filtered]
		};
	}
	const entries = listLegend(legendKind(params), shown, perPeople);
	const plain =
		theme === 'summary' ? entries.filter(({ mapClass }) => mapClass.theme !== 'summary') : entries;
	return {
		legendTitle: titleOf(view),
		legendUnit: m.legend_units_count(),
		legend: [
			...plain.map(({ code, label, count }) => ({ label, count, paint: classPaint(code) })),
			...filtered,
			...(theme === 'summary' ? [] : [{ label: m.legend_all(), count: sumOf(all) }])
		],
		...(theme === 'summary' ? { legendGrid: gridOf(shown) } : {})
	};
}

/** Whether a row is in view, and whether a class in it is. */
export function passesFilters({ source, month, params }: LegendView) {
	return {
		included: (row: number) => isIncluded(source, row, month, params),
		lit: (row: number, code: number) =>
			isInDistrict(source, row, params.district) &&
			(params.classes.length === 0 || params.classes.includes(code))
	};
}

function sumOf(counts: ReadonlyMap<number, number>): number {
	return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function statusLines(counts: ReadonlyMap<number, number>, summed: boolean): LegendLine[] {
	const sum = sumStatuses(counts);
	const lines = (list: readonly StatusCount[]) =>
		list.map(({ status, code, count }): LegendLine => ({
			label: statusLegendLabel(status),
			count,
			paint: classPaint(code),
			diamond: isRelapse({ theme: 'status', key: status })
		}));
	const total = (label: string, count: number) => (summed && count > 0 ? [{ label, count }] : []);
	return [
		...lines(sum.reached),
		...total(m.legend_reached(), sum.transformed),
		...lines(sum.neverReached),
		...total(m.legend_approved(), sum.approved),
		...lines(sum.others),
		...total(m.legend_all(), sum.total)
	];
}

const ROWS: Record<SummaryRow, () => string> = {
	open: m.summary_row_open,
	reached: m.summary_row_reached,
	unlisted: m.summary_row_unlisted
};
const COLUMNS: Record<SummaryColumn, () => string> = {
	falling: m.summary_falling,
	unclear: m.summary_unclear,
	rising: m.summary_rising
};

function gridOf(counts: ReadonlyMap<number, number>): LegendGrid {
	return {
		columns: SUMMARY_COLUMNS.map((column) => COLUMNS[column]()),
		rows: SUMMARY_ROWS.map((row) => ({
			label: ROWS[row](),
			cells: SUMMARY_COLUMNS.map((column) => {
				const code = summaryCode(`${row} ${column}`);
				const { fill } = classPaint(code);
				return { count: counts.get(code) ?? 0, fill, ink: readableInk(fill) };
			})
		})),
		note: m.sheet_summary_note()
	};
}

function titleOf({ params, month, calendar }: LegendView): string {
	const { theme, layer, base, perPeople } = params;
	if (theme === 'summary') return m.summary_heading();
	if (theme === 'sites') return perPeople ? m.sheet_legend_sites_people() : m.sheet_legend_sites();
	return layer === 'change'
		? m.legend_window({ month: monthName(month, calendar), base: baseLabel(base) })
		: layerName(layer);
}
