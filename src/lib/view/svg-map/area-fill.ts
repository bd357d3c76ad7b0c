import { findMapClass, statusCode } from '#lib/domain/map-class.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { PAPER, paintOf, type Appearance, type Pattern } from '../palette.ts';
import { PATTERN_INKS, type PatternInk } from '../pattern-inks.ts';

/** A tile that covers the areas of a class: its colour with a pattern. */
export interface ClassTile {
	code: number;
	color: string;
	ink: PatternInk;
	inkColor: string;
}

/** Colour of a class without its pattern; the paper where there is no such class. */
export function classColor(code: number, appearance: Appearance): string {
	const mapClass = findMapClass(code);
	return mapClass ? paintOf(mapClass, appearance).color : PAPER[appearance];
}

/** Pattern over a class's colour; undefined for a plain one, and for one that is shown by bands. */
function patternOf(code: number): Exclude<Pattern, 'stripes'> | undefined {
	const mapClass = findMapClass(code);
	const pattern = mapClass && paintOf(mapClass, 'light').pattern;
	return pattern === 'stripes' ? undefined : pattern;
}

/** The tiles of those classes that have a pattern. */
export function classTiles(codes: Iterable<number>, appearance: Appearance): ClassTile[] {
	return [...new Set(codes)].flatMap((code) => {
		const pattern = patternOf(code);
		if (!pattern) return [];
		const ink = PATTERN_INKS[pattern];
		return { code, color: classColor(code, appearance), ink, inkColor: ink.color[appearance] };
	});
}

/** Bands in the colours of states, each as wide as its share, for a commune of several states. */
export function stateBands(
	composition: readonly (readonly [ShownStatus, number])[],
	appearance: Appearance
): { color: string; share: number }[] {
	const total = composition.reduce((sum, [, count]) => sum + count, 0);
	return composition.map(([status, count]) => ({
		color: classColor(statusCode(status), appearance),
		share: count / total
	}));
}
