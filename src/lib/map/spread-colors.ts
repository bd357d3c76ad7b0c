import type { Appearance } from '#lib/view/palette.ts';
import { SPREAD_INKS, type SpreadInks } from '#lib/view/spread/spread-inks.ts';

/** A colour as deck.gl takes it. */
export type Rgba = [number, number, number, number];

/** Colours of what is drawn over the map of models. */
export type SpreadColors = Record<keyof SpreadInks, Rgba>;

/** The colours of an appearance. */
export function spreadColors(appearance: Appearance): SpreadColors {
	const { bubble, rim, figure, source, ink, paper } = SPREAD_INKS[appearance];
	return {
		bubble: toRgba(bubble),
		rim: toRgba(rim),
		figure: toRgba(figure),
		source: toRgba(source),
		ink: toRgba(ink),
		paper: toRgba(paper)
	};
}

/** The same colour, let through by so much. */
export function withAlpha([red, green, blue]: Rgba, alpha: number): Rgba {
	return [red, green, blue, Math.round(alpha * 255)];
}

/** Reads `#0b7f92`. */
function toRgba(hex: string): Rgba {
	const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
	return [part(1), part(3), part(5), 255];
}
