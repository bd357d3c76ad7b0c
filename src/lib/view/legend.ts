import { MAP_CLASSES, type MapClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { classLabel } from './class-label.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import {
	fillCode,
	fillMatrix,
	type ClassSource,
	type FillView,
	type MatrixName
} from './frame-view.ts';
import { countedStatusesAt, hasOwnRecord, statusPiecesAt } from './status-pieces.ts';

/** One line of a legend. */
export interface LegendEntry {
	code: number;
	mapClass: MapClass;
	label: string;
	count: number;
}

/** What a legend lists: the classes of a matrix, or the nine cells of the summary. */
export type LegendKind = MatrixName | 'summary';

/** The legend of a view. */
export function legendKind(view: FillView): LegendKind {
	return view.theme === 'summary' ? 'summary' : fillMatrix(view);
}

/** How many of the included units, or of status their former communes, have each class now. */
export function countFillCodes(
	source: ClassSource,
	month: Month,
	view: FillView,
	included: (row: number) => boolean
): Map<number, number> {
	const counts = new Map<number, number>();
	for (let row = 0; row < source.units.length; row++) {
		if (!included(row)) continue;
		if (view.theme === 'status') {
			const statuses = countedStatusesAt(source, row, month);
			for (const status of statuses) {
				const piece = statusCode(status);
				counts.set(piece, (counts.get(piece) ?? 0) + 1);
			}
			if (statuses.length > 0) continue;
		}
		const code = fillCode(source, row, month, view);
		if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}

/** How many merged communes have which state by a record of their own. */
export function countOwnRecords(
	source: ClassSource,
	month: Month,
	included: (row: number) => boolean
): Map<number, number> {
	const counts = new Map<number, number>();
	for (const row of source.units.keys()) {
		if (!included(row) || !hasOwnRecord(source, row, month)) continue;
		for (const { status } of statusPiecesAt(source, row, month)) {
			const code = statusCode(status);
			counts.set(code, (counts.get(code) ?? 0) + 1);
		}
	}
	return counts;
}

/** Classes that stand in the legend even when no unit has them now, so that it does not jump while playing. */
const ALWAYS: Record<LegendKind, (mapClass: MapClass) => boolean> = {
	status: () => false,
	summary: ({ theme }) => theme === 'summary',
	trend: () => false,
	sites: ({ theme }) => theme === 'sites',
	rate: ({ theme }) => theme === 'rate',
	funnel: ({ theme }) => theme === 'funnel',
	cluster: ({ theme }) => theme === 'cluster'
};

/** The legend of a theme with the number of units in each class; rare classes only when there are any. */
export function listLegend(
	name: LegendKind,
	counts: ReadonlyMap<number, number>,
	perPeople: boolean
): LegendEntry[] {
	// Trends of cases that rest on detection have classes of their own, and never stand beside the others.
	const detected = MAP_CLASSES.some(
		({ code, mapClass }) => mapClass.theme === 'detected' && (counts.get(code) ?? 0) > 0
	);
	const trend = detected ? 'detected' : 'trend';
	return MAP_CLASSES.filter(
		({ code, mapClass }) =>
			ALWAYS[name](mapClass) ||
			(name === 'trend' && mapClass.theme === trend) ||
			(counts.get(code) ?? 0) > 0
	).map(({ code, mapClass }) => ({
		code,
		mapClass,
		label: classLabel(mapClass, perPeople),
		count: counts.get(code) ?? 0
	}));
}
