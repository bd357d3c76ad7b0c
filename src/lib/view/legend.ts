import { MAP_CLASSES, type MapClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { classLabel } from './class-label.ts';
import { fillCode, type ClassSource } from './frame-view.ts';
import type { Theme } from './view-params.ts';

/** One line of a legend. */
export interface LegendEntry {
	code: number;
	mapClass: MapClass;
	label: string;
	count: number;
}

/** How many of the included units have each class now. */
export function countFillCodes(
	source: ClassSource,
	month: Month,
	view: { theme: Theme; perPeople: boolean },
	included: (row: number) => boolean
): Map<number, number> {
	const counts = new Map<number, number>();
	for (let row = 0; row < source.units.length; row++) {
		if (!included(row)) continue;
		const code = fillCode(source, row, month, view.theme, view.perPeople);
		if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return counts;
}

/** Classes that stand in the legend even when no unit has them now, so that it does not jump while playing. */
const ALWAYS: Record<'status' | 'trend' | 'sites', (mapClass: MapClass) => boolean> = {
	status: ({ theme, key }) =>
		theme === 'status' &&
		['none', 'proposed', 'approved', 'active', 'appraisal', 'met', 'not_met'].includes(String(key)),
	trend: ({ theme }) => theme === 'trend',
	sites: ({ theme }) => theme === 'sites'
};

/** The legend of a theme with the number of units in each class; rare classes only when there are any. */
export function listLegend(
	theme: 'status' | 'trend' | 'sites',
	counts: ReadonlyMap<number, number>,
	perPeople: boolean
): LegendEntry[] {
	return MAP_CLASSES.filter(
		({ code, mapClass }) => ALWAYS[theme](mapClass) || (counts.get(code) ?? 0) > 0
	).map(({ code, mapClass }) => ({
		code,
		mapClass,
		label: classLabel(mapClass, perPeople),
		count: counts.get(code) ?? 0
	}));
}
