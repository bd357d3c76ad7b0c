import type pptxgen from 'pptxgenjs';

/** Pixels of a slide 1920 wide in an inch of one 13.33 wide. */
const PIXELS = 144;
/** Pixels of a slide 1920 wide, as PowerPoint counts: in inches. */
export const inches = (pixels: number) => pixels / PIXELS;
/** A size of type in pixels of a slide 1920 wide, in points. */
export const points = (pixels: number) => Math.round(pixels / 2);

/** The place of a map beside text, in inches: of plans. */
const BESIDE = { x: 0.4, y: 1.35, w: 7.6, h: 5.6 };
export const SIDE = { x: 8.3, w: 4.6 };
/** On every machine that shows slides. */
export const FONT = 'Arial';
export const INK = '1F242B';
export const SOFT = '565C66';
export const LINE = 'C9C5BB';
export const PAPER = 'F8F7F3';
export const ACCENT = '14604A';

/** A picture as large as it fits in a place; without one beside text. */
export function imageOf(
	png: Uint8Array,
	altText: string,
	place: { x: number; y: number; w: number; h: number } = BESIDE
): pptxgen.ImageProps {
	return {
		...place,
		altText,
		sizing: { type: 'contain', w: place.w, h: place.h },
		data: `image/png;base64,${Buffer.from(png).toString('base64')}`
	};
}
