/** Millimetres on paper for a pixel of a pattern's tile on the screen. */
export const MM_PER_PIXEL = 0.2375;
/** Side of a tile of bands, in millimetres. */
export const BANDS_MM = 3.8;
