import { INK, PAPER, type Appearance, type Pattern } from './palette.ts';

/** What a pattern's tile is drawn with, over a class's colour; sizes are shares of its side. */
export interface PatternInk {
	color: Readonly<Record<Appearance, string>>;
	/** 0 to 1. */
	opacity: number;
	dots: readonly { x: number; y: number; r: number }[];
	/** Width of a line from the lower left to the upper right corner; 0 without one. */
	diagonal: number;
	/** Width of lines along the upper and left edge; 0 without them. */
	edges: number;
}

const NONE = { color: INK, opacity: 1, dots: [], diagonal: 0, edges: 0 } as const;

/** The inks of all patterns but bands, for map, sheets and files alike. */
export const PATTERN_INKS: Record<Exclude<Pattern, 'stripes'>, PatternInk> = {
	dots: {
		...{ ...NONE, opacity: 0.75 },
		dots: [
			{ x: 0.25, y: 0.25, r: 0.125 },
			{ x: 0.75, y: 0.75, r: 0.125 }
		]
	},
	hatch: { ...NONE, opacity: 0.7, diagonal: 0.19 },
	'light-hatch': {
		...{ ...NONE, opacity: 0.75, diagonal: 0.19 },
		color: { light: '#ffffff', dark: PAPER.dark }
	},
	missing: { ...NONE, color: { light: '#9a968d', dark: '#777d86' }, diagonal: 0.125 },
	grid: { ...NONE, opacity: 0.16, edges: 0.125 },
	'outline-dots': { ...NONE, opacity: 0.3, dots: [{ x: 0.5, y: 0.5, r: 0.1 }] }
};
