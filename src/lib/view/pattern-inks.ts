import { INK, LAND, type Appearance, type Pattern } from './palette.ts';

/** What a pattern's tile is drawn with, over a class's colour; sizes are shares of its side. */
export interface PatternInk {
	/** Side of the tile in pixels of the screen. */
	tile: number;
	color: Readonly<Record<Appearance, string>>;
	/** 0 to 1. */
	opacity: number;
	dots: readonly { x: number; y: number; r: number }[];
	/** Width of a line from the lower left to the upper right corner; 0 without one. */
	diagonal: number;
	/** Width of lines along the upper and left edge; 0 without them. */
	edges: number;
}

const PLAIN = { tile: 8, color: INK, opacity: 1, dots: [], diagonal: 0, edges: 0 } as const;
const RELAPSED: Readonly<Record<Appearance, string>> = { light: '#5a2c6d', dark: '#823c7e' };
const FAINT: Readonly<Record<Appearance, string>> = { light: '#9a968d', dark: '#777d86' };

/** Lines at 45°: so wide, and so far from each other, in pixels of the screen. */
function lines(width: number, pitch: number): { tile: number; diagonal: number } {
	// Tiles of whole device pixels at two to one.
	const tile = Math.round(pitch * Math.SQRT2 * 2) / 2;
	return { tile, diagonal: width / tile };
}

/** The inks of all patterns but bands, for map, sheets and files alike. */
export const PATTERN_INKS: Record<Exclude<Pattern, 'stripes'>, PatternInk> = {
	dots: {
		...PLAIN,
		opacity: 0.75,
		dots: [
			{ x: 0.25, y: 0.25, r: 0.125 },
			{ x: 0.75, y: 0.75, r: 0.125 }
		]
	},
	hatch: { ...PLAIN, color: LAND, ...lines(1.6, 6) },
	'light-hatch': { ...PLAIN, color: LAND, ...lines(2, 7) },
	'relapse-hatch': { ...PLAIN, color: RELAPSED, ...lines(3, 7) },
	missing: { ...PLAIN, color: FAINT, ...lines(1.4, 6) },
	grid: { ...PLAIN, tile: 7, opacity: 0.16, edges: 1 / 7 },
	'outline-dots': { ...PLAIN, opacity: 0.3, dots: [{ x: 0.5, y: 0.5, r: 0.1 }] }
};
