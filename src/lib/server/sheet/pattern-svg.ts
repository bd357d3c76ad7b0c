import type { PatternInk } from '#lib/view/pattern-inks.ts';

/**
 * Tiles that cover areas, as SVG.
 *
 * @param side of the tile, in units of the picture
 * @param color of the ink, as CSS has it
 */
export function patternSvg(
	id: string,
	{ opacity, dots, diagonal, edges }: PatternInk,
	{ side, color, ground = '' }: { side: number; color: string; ground?: string }
): string {
	const parts = dots.map(
		({ x, y, r }) =>
			`<circle cx="${round(x * side)}" cy="${round(y * side)}" r="${round(r * side)}" style="fill:${color}"/>`
	);
	if (diagonal > 0) {
		const lines = [-side, 0, side].map((x) => `M${round(x)} ${side}L${round(x + side)} 0`).join('');
		parts.push(line(lines, diagonal * side, color));
	}
	if (edges > 0) parts.push(line(`M0 0H${side}M0 0V${side}`, edges * side, color));
	const below =
		ground === '' ? '' : `<rect width="${side}" height="${side}" style="fill:${ground}"/>`;
	return `<pattern id="${id}" width="${side}" height="${side}" patternUnits="userSpaceOnUse">${below}<g opacity="${opacity}">${parts.join('')}</g></pattern>`;
}

/** Bands from the lower left to the upper right, each as wide as its share of 1. */
export function bandsSvg(
	id: string,
	bands: readonly { color: string; share: number }[],
	side: number
): string {
	let x = 0;
	const parts = bands.map(({ color, share }) => {
		const band = `<rect x="${round(x)}" width="${round(share * side + side / 200)}" height="${side}" style="fill:${color}"/>`;
		x += share * side;
		return band;
	});
	return `<pattern id="${id}" width="${side}" height="${side}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${parts.join('')}</pattern>`;
}

function line(d: string, width: number, color: string): string {
	return `<path d="${d}" style="stroke:${color}" stroke-width="${round(width)}"/>`;
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
