import type { MapClass } from '#lib/domain/map-class.ts';
import type { Status } from '#lib/domain/status.ts';
import { BORDER, INK, paintOf, PAPER, type Appearance } from '#lib/view/palette.ts';
import { drawPattern, drawStripes, type PatternImage } from './patterns.ts';

/** A unit of a small map. */
export interface SmallUnit {
	path: Path2D;
	/** Undefined where nothing is known. */
	mapClass: MapClass | undefined;
	/** States of its former units, for one that is striped. */
	composition: readonly (readonly [Status, number])[];
	/** Whether a strong line goes around it. */
	marked: boolean;
}

const BORDER_PX = 0.6;
const MARK_PX = 2.5;

/** Draws a map with the colours and patterns of the large one. */
export function drawSmallMap(
	canvas: HTMLCanvasElement,
	units: readonly SmallUnit[],
	appearance: Appearance
): void {
	const context = canvas.getContext('2d');
	if (!context) return;
	context.clearRect(0, 0, canvas.width, canvas.height);
	context.lineJoin = 'round';
	context.lineWidth = BORDER_PX;
	for (const { path, mapClass, composition } of units) {
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
		if (image) {
			context.fillStyle = repeat(context, image);
			context.fill(path);
		}
		context.strokeStyle = BORDER[appearance];
		context.stroke(path);
	}
	context.lineWidth = MARK_PX;
	context.strokeStyle = INK[appearance];
	for (const { path, marked } of units) if (marked) context.stroke(path);
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
