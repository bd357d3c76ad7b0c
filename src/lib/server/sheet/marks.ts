import type { Pattern } from '#lib/view/palette.ts';

/** What lies over an area's colour: a pattern in ink, or bands in other colours with their shares. */
export type Cover =
	{ pattern: Exclude<Pattern, 'stripes'> } | { bands: readonly { color: string; share: number }[] };

export interface AreaMark {
	kind: 'area';
	/** Closed rings of points. */
	rings: readonly (readonly [number, number])[][];
	fill: string;
	cover?: Cover;
	stroke: string;
	/** Width of its outline. */
	width: number;
}

/** One thing on a sheet; positions and sizes in millimetres from its upper left corner. */
export type Mark =
	| AreaMark
	/** Areas without covers that stand on many sheets of a file, and are written into it once. */
	| { kind: 'backdrop'; areas: readonly Omit<AreaMark, 'cover'>[] }
	/** Marks of which only what lies in a box is seen. */
	| {
			kind: 'window';
			box: { x: number; y: number; width: number; height: number };
			marks: readonly Mark[];
	  }
	/** Marks of which only what lies within rings is seen; a hole is a ring of its own. */
	| {
			kind: 'clip';
			rings: readonly (readonly [number, number])[][];
			marks: readonly Mark[];
	  }
	/** Areas under a faint colour. */
	| {
			kind: 'shade';
			rings: readonly (readonly [number, number])[][];
			fill: string;
			/** 0 to 1. */
			opacity: number;
	  }
	| { kind: 'line'; points: readonly (readonly [number, number])[]; stroke: string; width: number }
	| {
			kind: 'text';
			x: number;
			/** Of the baseline. */
			y: number;
			text: string;
			/** Height of the type. */
			size: number;
			bold: boolean;
			anchor: 'start' | 'middle' | 'end';
			color: string;
			/** Colour of a seam around the letters, for type that stands on a map. */
			halo?: string;
	  };

/** A drawn sheet of paper. */
export interface Sheet {
	/** In millimetres. */
	width: number;
	height: number;
	/** What it is called, for those who cannot see it. */
	title: string;
	marks: Mark[];
}

/** The outline of a box. */
export function rectangle({
	x,
	y,
	width,
	height
}: {
	x: number;
	y: number;
	width: number;
	height: number;
}): [number, number][] {
	return [
		[x, y],
		[x + width, y],
		[x + width, y + height],
		[x, y + height],
		[x, y]
	];
}
