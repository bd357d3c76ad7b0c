import { MAP_CLASSES, type MapClass } from '#lib/domain/map-class.ts';
import { classLabel } from './class-label.ts';

/** One line of a legend. */
export interface LegendEntry {
	code: number;
	mapClass: MapClass;
	label: string;
	count: number;
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
