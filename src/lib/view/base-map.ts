import type { Appearance } from './palette.ts';

/**
 * Layers of a base map that are drawn, from the ground up: hills as polygons that shade the land, rivers and roads
 * as lines, places as points. Lines and points may have a `name`.
 */
export const BASE_MAP_LAYERS = ['relief', 'rivers', 'roads', 'places'] as const;
export type BaseMapLayer = (typeof BASE_MAP_LAYERS)[number];

/** A base map that a page may show under its colours. */
export interface BaseMap {
	/** Address of the PMTiles file; it changes with the file. */
	url: string;
	layers: BaseMapLayer[];
	minZoom: number;
	maxZoom: number;
	/** Whom the data is from, as plain text. */
	attribution: string;
}

/** Width of rivers and roads in pixels of the screen. */
export const BASE_MAP_LINE_PX = 0.8;
/** How much a hill shades the land, 0 to 1. */
export const RELIEF_OPACITY = 0.11;
export const BASE_MAP_COLORS: Record<'rivers' | 'roads', Record<Appearance, string>> = {
	rivers: { light: '#b9cfdc', dark: '#2c3f4a' },
	roads: { light: '#cfc8ba', dark: '#3a3f45' }
};
