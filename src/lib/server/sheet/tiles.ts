/** Sides of the tiles that cover areas, in millimetres: a pattern's, and one of bands. */
export const TILE_MM = 1.9;
export const BANDS_MM = 3.8;
