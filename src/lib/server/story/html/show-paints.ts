import { findMapClass, MAP_CLASSES, statusCode } from '#lib/domain/map-class.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import {
	BORDER,
	FORMER_BORDER,
	INK,
	PAPER,
	paintOf,
	RELAPSE,
	type Appearance
} from '#lib/view/palette.ts';
import { PATTERN_INKS } from '#lib/view/pattern-inks.ts';
import { bandsSvg, patternSvg } from '../../sheet/pattern-svg.ts';

/** Side of a tile of bands in the map's own units. */
const BANDS = 16;

/**
 * Fills of all classes for a page that changes between light and dark by style alone: each is a value of CSS
 * that stands on colours and patterns of the page.
 */
export class ShowPaints {
	readonly #bands = new Map<string, string>();

	/** Fill of a class: `var(--c3)`, `url(#p3)`. */
	fillOf(code: number): string {
		const mapClass = findMapClass(code);
		if (!mapClass) return 'var(--paper)';
		const { pattern } = paintOf(mapClass, 'light');
		if (pattern === 'stripes') return this.bandsOf(['none', 'met']);
		return pattern ? `url(#p${code})` : colorOf(code);
	}

	/** Fill of a merged unit whose members have different states. */
	bandsOf(members: readonly ShownStatus[]): string {
		const codes = members.map(statusCode).sort((a, b) => a - b);
		const id = `b${codes.join('-')}`;
		if (!this.#bands.has(id)) {
			const bands = codes.map((code) => ({ color: colorOf(code), share: 1 / codes.length }));
			this.#bands.set(id, bandsSvg(id, bands, BANDS));
		}
		return `url(#${id})`;
	}

	/** Patterns, bands of all units that were asked for among them, as they stand in the page. */
	defs(): string {
		const patterns = MAP_CLASSES.flatMap(({ code, mapClass }) => {
			const { pattern } = paintOf(mapClass, 'light');
			if (!pattern || pattern === 'stripes') return [];
			const ink = PATTERN_INKS[pattern];
			const look = { side: ink.tile, color: `var(--${pattern})`, ground: colorOf(code) };
			return patternSvg(`p${code}`, ink, look);
		});
		return [...patterns, ...this.#bands.values()].join('');
	}
}

/** Colours of the page itself. */
const PAGE_COLORS = {
	paper: PAPER,
	ink: INK,
	boundary: BORDER,
	'boundary-former': FORMER_BORDER,
	relapse: RELAPSE
} as const;

/** The colours of an appearance, as CSS variables. */
export function paintVariables(appearance: Appearance): string {
	return [
		...MAP_CLASSES.map(
			({ code, mapClass }) => `${nameOf(code)}:${paintOf(mapClass, appearance).color}`
		),
		...Object.entries(PAGE_COLORS).map(([name, color]) => `--${name}:${color[appearance]}`),
		...Object.entries(PATTERN_INKS).map(([name, { color }]) => `--${name}:${color[appearance]}`)
	].join(';');
}

const nameOf = (code: number) => `--c${code}`;
/** A class's colour without its pattern. */
export const colorOf = (code: number) => `var(${nameOf(code)})`;
