import type pptxgen from 'pptxgenjs';

/** Sizes in inches, on a slide of 13.33 × 7.5. */
const MAP = { x: 0.4, y: 1.35, w: 7.6, h: 5.6 };
export const SIDE = { x: 8.3, w: 4.6 };
/** On every machine that shows slides. */
export const FONT = 'Arial';
export const INK = '22272E';
export const SOFT = '555B62';

/** A picture in the place of the map, as large as it fits there. */
export function imageOf(png: Uint8Array, altText: string): pptxgen.ImageProps {
	return {
		...{ ...MAP, altText, sizing: { type: 'contain', w: MAP.w, h: MAP.h } },
		data: `image/png;base64,${Buffer.from(png).toString('base64')}`
	};
}
