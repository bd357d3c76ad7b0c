import type { MapClass } from '#lib/domain/map-class.ts';
import { PATTERN_INKS } from './pattern-inks.ts';
import { paintOf, type Appearance } from './palette.ts';

/** Patterns of swatches are finer than those of the map, whose swatches are small. */
const SCALE = 0.72;

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
		return `${base};background-image:repeating-linear-gradient(135deg,${met} 0 3px,${active} 3px 6px,${color} 6px 9px)`;
	}
	const ink = PATTERN_INKS[pattern];
	const tint = `color-mix(in srgb,${ink.color[appearance]} ${ink.opacity * 100}%,transparent)`;
	const side = ink.tile * SCALE;
	const layers: string[] = [];
	if (ink.diagonal > 0) {
		const pitch = side / Math.SQRT2;
		const width = ink.diagonal * side;
		layers.push(
			`repeating-linear-gradient(135deg,${tint} 0 ${width.toFixed(2)}px,transparent ${width.toFixed(2)}px ${pitch.toFixed(2)}px)`
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
