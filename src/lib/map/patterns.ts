import { paintOf, type Appearance, type Pattern } from '#lib/view/palette.ts';
import { PATTERN_INKS } from '#lib/view/pattern-inks.ts';
import { statusCode, findMapClass } from '#lib/domain/map-class.ts';
import type { ShownStatus } from '#lib/domain/status.ts';

/** Device pixels that a pixel of a pattern is drawn with. */
const RATIO = 2;
const STRIPES_TILE = 16;

/** A picture that the map repeats over an area. */
export interface PatternImage {
	width: number;
	height: number;
	data: Uint8ClampedArray;
	pixelRatio: number;
}

/** Patterns that lie over a class's colour: only their ink, the rest is clear. */
export const OVERLAYS = [
	'dots',
	'hatch',
	'light-hatch',
	'relapse-hatch',
	'missing',
	'grid',
	'outline-dots'
] as const satisfies Pattern[];

/** Patterns that states of former communes may have. */
export const PART_OVERLAYS = [
	'dots',
	'hatch',
	'light-hatch',
	'relapse-hatch'
] as const satisfies Pattern[];

/**
 * The ink of a pattern as an image with a clear ground.
 *
 * @param zoom of the map: between whole zooms MapLibre enlarges patterns with the map, which is taken back here
 */
export function drawPattern(
	pattern: (typeof OVERLAYS)[number],
	appearance: Appearance,
	zoom = 0
): PatternImage {
	const { tile, color, opacity, dots, diagonal, edges } = PATTERN_INKS[pattern];
	const image = draw(tile, tile, (context) => {
		context.strokeStyle = color[appearance];
		context.fillStyle = color[appearance];
		context.globalAlpha = opacity;
		for (const { x, y, r } of dots) dot(context, x * tile, y * tile, r * tile);
		if (diagonal > 0) drawDiagonal(context, diagonal * tile, tile);
		if (edges > 0) {
			context.fillRect(0, 0, tile, edges * tile);
			context.fillRect(0, 0, edges * tile, tile);
		}
	});
	return { ...image, pixelRatio: image.pixelRatio * 2 ** (zoom - Math.floor(zoom)) };
}

/** Stripes of a merged unit in its members' colours, as wide as their share; repeats every 16 pixels. */
export function drawStripes(
	composition: readonly (readonly [ShownStatus, number])[],
	appearance: Appearance
): PatternImage {
	const side = STRIPES_TILE;
	const total = composition.reduce((sum, [, count]) => sum + count, 0);
	return draw(side, side, (context) => {
		// Upright stripes in a sheared space become diagonal ones that still meet at the tile's edges.
		context.transform(1, 0, -1, 1, 0, 0);
		let x = -side;
		while (x < side * 2) {
			for (const [status, count] of composition) {
				const width = (side * count) / total;
				const mapClass = findMapClass(statusCode(status));
				context.fillStyle = mapClass ? paintOf(mapClass, appearance).color : '#000';
				context.fillRect(x, 0, width + 0.5, side);
				x += width;
			}
		}
	});
}

function draw(
	width: number,
	height: number,
	paint: (context: CanvasRenderingContext2D) => void
): PatternImage {
	const canvas = document.createElement('canvas');
	canvas.width = width * RATIO;
	canvas.height = height * RATIO;
	const context = canvas.getContext('2d')!;
	context.scale(RATIO, RATIO);
	paint(context);
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	return { width: canvas.width, height: canvas.height, data, pixelRatio: RATIO };
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
	context.beginPath();
	context.arc(x, y, radius, 0, Math.PI * 2);
	context.fill();
}

function drawDiagonal(context: CanvasRenderingContext2D, width: number, tile: number): void {
	context.lineWidth = width;
	context.beginPath();
	for (const offset of [-tile, 0, tile]) {
		context.moveTo(offset, tile);
		context.lineTo(offset + tile, 0);
	}
	context.stroke();
}
