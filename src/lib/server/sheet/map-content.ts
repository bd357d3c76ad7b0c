import type { Cover } from './marks.ts';
import type { Ground } from './project.ts';

/** Colour of an area, and what lies over it. */
export interface AreaPaint {
	fill: string;
	cover?: Cover;
}

/** A name on a map; of two that want one place the first by this order stands: capital, marked, ward, weight. */
export interface SheetName {
	text: string;
	/** The larger stands first. */
	weight: number;
	/** It always stands. */
	capital?: boolean;
	ward?: boolean;
}

/** The mark of a commune, or of a former one, that relapsed. */
export interface SheetDiamond {
	/** Id of the unit that it is in. */
	id: number;
	/** Metres on the ground. */
	at: readonly [number, number];
	/** What a leader says of it where its land is too small or no commune has its name; undefined for no leader. */
	note?: string;
	/** Whether a commune on the map has its name. */
	named?: boolean;
}

/** Hills, rivers and roads: metres on the ground. */
export interface SheetBaseMap {
	/** Each hill: its outer ring and its holes. */
	relief: readonly (readonly [number, number])[][][];
	rivers: readonly (readonly [number, number])[][];
	roads: readonly (readonly [number, number])[][];
}

/** What a map shows. */
export interface MapPicture {
	title: string;
	ground: Ground;
	paintOf: (unitId: number) => AreaPaint;
	/** Former communes in their own shapes, over the units; undefined paint: not drawn. */
	parts?: { ground: Ground; paintOf: (unitId: number) => AreaPaint | undefined };
	/** Over the colours and under the lines, where it is wanted. */
	baseMap?: SheetBaseMap;
	nameOf: (unitId: number) => SheetName | undefined;
	diamonds?: readonly SheetDiamond[];
}

/** A line of a legend: a class with its swatch, or without one a sum of those above. */
export interface LegendLine {
	label: string;
	count: number;
	paint?: AreaPaint;
	/** Whether its swatch has the mark of a relapse. */
	diamond?: boolean;
}

/** A legend of two sides: rows by columns. */
export interface LegendGrid {
	columns: readonly string[];
	rows: readonly {
		label: string;
		cells: readonly { count: number; fill: string; ink: string }[];
	}[];
	note: string;
}

/** What a map sheet says and shows. */
export interface MapContent extends MapPicture {
	/** Track, month, what it is narrowed to. */
	subtitle: string;
	/** What the legend counts, and in which unit. */
	legendTitle: string;
	legendUnit: string;
	legend: readonly LegendLine[];
	legendGrid?: LegendGrid;
	/** Central meridian of the province's zone of VN-2000 in degrees east, and what the zone is called. */
	zone?: { name: string; meridian: number };
	/** Source, dates, warnings. */
	notes: readonly string[];
	/** Label of who may see it, such as "Nội bộ"; on the first line. */
	label: string;
}
