import type { Cover } from './marks.ts';
import type { Ground } from './project.ts';

/** Colour of an area, and what lies over it. */
export interface AreaPaint {
	fill: string;
	cover?: Cover;
}

/** What a map sheet says and shows. */
export interface MapContent {
	title: string;
	/** Province, month, track. */
	subtitle: string;
	ground: Ground;
	paintOf: (unitId: number) => AreaPaint;
	/** Names on the map, with a weight: the larger stands first. */
	nameOf: (unitId: number) => { text: string; weight: number } | undefined;
	legend: readonly { label: string; count: number; paint: AreaPaint }[];
	/** Source, dates, warnings. */
	notes: readonly string[];
	/** Label of who may see it, such as "Nội bộ"; on the first line. */
	label: string;
}
