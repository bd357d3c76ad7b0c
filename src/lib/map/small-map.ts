import type { MapClass } from '#lib/domain/map-class.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { BORDER, INK, paintOf, PAPER, type Appearance } from '#lib/view/palette.ts';
import { MIXED_EXAMPLE } from '#lib/view/makeup.ts';
import { drawPattern, drawStripes, type PatternImage } from './patterns.ts';

/** A unit of a small map. */
export interface SmallUnit {
	path: Path2D;
	/** Undefined where nothing is known. */
	mapClass: MapClass | undefined;
	/** States of its former units, for one that is striped. */
	composition: readonly (readonly [ShownStatus, number])[];
	/** Whether a strong line goes around it. */
	marked: boolean;
}

const BORDER_PX = 0.6;
const MARK_PX = 2.5;

/**
 * Draws a map with the colours and patterns of the large one.
 *
 * @param border width of the lines between units, in pixels of the canvas
 */
export function drawSmallMap(
	canvas: HTMLCanvasElement,
	units: readonly SmallUnit[],
	appearance: Appearance,
	border = BORDER_PX
): void {
	const context = canvas.getContext('2d');
	if (!context) return;
	context.clearRect(0, 0, canvas.width, canvas.height);
	context.lineJoin = 'round';
	context.lineWidth = border;
	for (const { path, mapClass, composition } of units) {
		fill(context, path, mapClass, composition, appearance);
		context.strokeStyle = BORDER[appearance];
		context.stroke(path);
	}
	context.lineWidth = MARK_PX;
	context.strokeStyle = INK[appearance];
	for (const { path, marked } of units) if (marked) context.stroke(path);
}

/** Draws a class as it stands in a legend: a box with its colour and pattern. */
export function drawSwatch(
	context: CanvasRenderingContext2D,
	mapClass: MapClass,
	{ x, y, size }: { x: number; y: number; size: number },
	appearance: Appearance
): void {
	const path = new Path2D();
	path.rect(x, y, size, size);
	fill(context, path, mapClass, MIXED_EXAMPLE, appearance);
	context.lineWidth = BORDER_PX * 2;
	context.strokeStyle = BORDER[appearance];
	context.stroke(path);
}

function fill(
	context: CanvasRenderingContext2D,
	path: Path2D,
	mapClass: MapClass | undefined,
	composition: readonly (readonly [ShownStatus, number])[],
	appearance: Appearance
): void {
	const paint = mapClass ? paintOf(mapClass, appearance) : { color: PAPER[appearance] };
	context.fillStyle = paint.color;
	context.fill(path);
	const image = !paint.pattern
		? undefined
		: paint.pattern !== 'stripes'
			? drawPattern(paint.pattern, appearance)
			: composition.length > 1
				? drawStripes(composition, appearance)
				: undefined;
	if (!image) return;
	context.fillStyle = repeat(context, image);
	context.fill(path);
}

function repeat(context: CanvasRenderingContext2D, image: PatternImage): CanvasPattern {
	const tile = document.createElement('canvas');
	tile.width = image.width;
	tile.height = image.height;
	const { data, width, height } = image;
	tile
		.getContext('2d')!
		.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
	const pattern = context.createPattern(tile, 'repeat')!;
	// Finer than on the large map, as everything is.
	pattern.setTransform(new DOMMatrix().scale(0.5));
	return pattern;
}
