import { statusCode, type MapClass, type StatusClass } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { isInDistrict } from './included.ts';
import { countFillCodes, legendKind, listLegend } from './legend.ts';
import { siteTotals, type SlideContent } from './slide-content.ts';
import { statusLegendLabel } from './status-legend-label.ts';
import { sumStatuses, type StatusCount } from './status-sum.ts';

/** A line of a slide's legend: a class with its number of communes, a sum of those above, or a figure alone. */
export type SlideLegendRow = { label: string; count: number } & (
	{ kind: 'class'; code: number; mapClass: MapClass } | { kind: 'sum' } | { kind: 'figure' }
);

/** So many lines have their full size on a slide. */
const FULL_ROWS = 9;

/** How large a legend of so many lines is, so that it stays on the slide: 1 at full size. */
export function legendScale(rows: number): number {
	return Math.min(1, FULL_ROWS / Math.max(1, rows));
}

/** Classes with their counts, and of status the sums between them; no line for a class that no commune has. */
export function slideLegend(content: SlideContent): SlideLegendRow[] {
	const { source, month, params } = content;
	const { theme, perPeople } = params;
	if (theme === 'sites' && !perPeople) return siteRows(content);
	const counts = countFillCodes(source, month, params, (row) =>
		isInDistrict(source, row, params.district)
	);
	if (theme === 'status') return statusRows(counts);
	return listLegend(legendKind(params), counts, perPeople)
		.filter(({ count }) => count > 0)
		.map(({ code, mapClass, label, count }) => ({ kind: 'class', code, mapClass, label, count }));
}

function statusRows(counts: ReadonlyMap<number, number>): SlideLegendRow[] {
	const sum = sumStatuses(counts);
	const rows = (list: readonly StatusCount[]): SlideLegendRow[] =>
		list.map(({ status, count }) => ({
			kind: 'class',
			code: statusCode(status),
			count,
			label: slideStatusLabel(status),
			mapClass: { theme: 'status', key: status }
		}));
	return [
		...rows(sum.reached),
		...(sum.reached.length > 0
			? [{ kind: 'sum' as const, label: m.legend_reached(), count: sum.transformed }]
			: []),
		...rows(sum.neverReached),
		...(sum.approved > 0
			? [{ kind: 'sum' as const, label: m.legend_approved(), count: sum.approved }]
			: []),
		...rows(sum.others)
	];
}

/** A state in a hall: shorter where the legend of the desk is long. */
export function slideStatusLabel(status: StatusClass): string {
	return status === 'retransforming' ? m.slide_retransforming() : statusLegendLabel(status);
}

function siteRows(content: SlideContent): SlideLegendRow[] {
	const totals = siteTotals(content);
	if (!totals) return [];
	return [
		{ kind: 'figure', label: m.slide_sites(), count: totals.sites },
		...(content.params.model === undefined
			? [{ kind: 'figure' as const, label: m.slide_types(), count: totals.types }]
			: []),
		{ kind: 'figure', label: m.slide_communes(), count: totals.communes },
		...(totals.copies > 0
			? [{ kind: 'figure' as const, label: m.slide_copies(), count: totals.copies }]
			: [])
	];
}
