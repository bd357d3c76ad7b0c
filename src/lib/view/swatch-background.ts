import type { MapClass } from '#lib/domain/map-class.ts';
import { PATTERN_INKS } from './pattern-inks.ts';
import { paintOf, type Appearance } from './palette.ts';

/** Patterns of swatches are finer than those of the map, whose swatches are small. */
const SCALE = 0.72;

/** Pixels of a tile of three stripes, each about as wide as on the map. */
const STRIPES_SIDE = 12;

/**
 * Colour and pattern of a class as CSS, drawn from the same inks as the map's patterns.
 *
 * @returns a list of declarations, for a `style` attribute
 */
export function swatchBackground(mapClass: MapClass, appearance: Appearance): string {
	const { color, pattern } = paintOf(mapClass, appearance);
	const base = `background-color:${color}`;
	if (!pattern) return base;
	if (pattern === 'stripes') {
		const met = paintOf({ theme: 'status', key: 'met' }, appearance).color;
		const active = paintOf({ theme: 'status', key: 'active' }, appearance).color;
		return `background:${diagonalTile([met, active, color].map((ink) => [ink, 1 / 3]))} 0 0/${STRIPES_SIDE}px ${STRIPES_SIDE}px`;
	}
	const ink = PATTERN_INKS[pattern];
	const tint = `color-mix(in srgb,${ink.color[appearance]} ${ink.opacity * 100}%,transparent)`;
	const side = Math.round(ink.tile * SCALE);
	const layers: string[] = [];
	if (ink.diagonal > 0) {
		const share = ink.diagonal * Math.SQRT2;
		layers.push(
			`${diagonalTile([
				[tint, share],
				['transparent', 1 - share]
			])} 0 0/${side}px ${side}px`
		);
	}
	if (ink.edges > 0) {
		layers.push(
			`linear-gradient(${tint} 1px,transparent 1px) 0 0/${side}px ${side}px`,
			`linear-gradient(90deg,${tint} 1px,transparent 1px) 0 0/${side}px ${side}px`
		);
	}
	for (const { x, y, r } of ink.dots) {
		const radius = Math.max(0.8, r * side);
		layers.push(
			`radial-gradient(circle at ${x * 100}% ${y * 100}%,${tint} ${radius.toFixed(2)}px,transparent ${(radius + 0.4).toFixed(2)}px) 0 0/${side}px ${side}px`
		);
	}
	return `background:${[...layers, color].join(',')}`;
}

/**
 * Diagonal stripes that meet at the edges of a square tile, which holds them twice. A gradient that repeats by
 * itself would do, but Firefox draws it once only in a box as small as a swatch.
 *
 * @param stripes colours and their shares, which sum to 1
 */
function diagonalTile(stripes: readonly (readonly [string, number])[]): string {
	const stops: string[] = [];
	let at = 0;
	for (const [color, share] of [...stripes, ...stripes]) {
		const to = at + share * 50;
		stops.push(`${color} ${at.toFixed(1)}% ${to.toFixed(1)}%`);
		at = to;
	}
	return `linear-gradient(135deg,${stops.join(',')})`;
}
