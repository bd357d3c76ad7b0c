import type { Topology } from 'topojson-specification';
import type { Point } from '../labels/label-types.ts';

/** West, south, east, north, in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

/** The extent that boundaries state of themselves; the whole world where they state none. */
export function wholeExtent({ bbox }: Pick<Topology, 'bbox'>): Extent {
	const [west = -180, south = -80, east = 180, north = 80] = bbox ?? [];
	return [west, south, east, north];
}

/** Size of a picture, in pixels. */
export interface PictureSize {
	width: number;
	height: number;
}

/** Where a place stands on a picture, in pixels. */
export type Placing = (lonLat: readonly [number, number]) => Point;

/**
 * Puts an extent in the middle of a picture, as large as it fits, in Web Mercator as the live map.
 *
 * @param margin free at every edge, in pixels
 */
export function placeExtent(extent: Extent, size: PictureSize, margin: number): Placing {
	const [west, south, east, north] = extent;
	const [left, bottom] = mercator([west, south]);
	const [right, top] = mercator([east, north]);
	const scale = Math.min(
		(size.width - 2 * margin) / Math.max(right - left, Number.EPSILON),
		(size.height - 2 * margin) / Math.max(bottom - top, Number.EPSILON)
	);
	const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
	return (lonLat) => {
		const [x, y] = mercator(lonLat);
		return [(x - middleX) * scale + size.width / 2, (y - middleY) * scale + size.height / 2];
	};
}

/** An extent with the land around it: so many times as wide and as high about the same middle. */
export function growExtent([west, south, east, north]: Extent, times: number): Extent {
	const [dx, dy] = [((east - west) * (times - 1)) / 2, ((north - south) * (times - 1)) / 2];
	return [west - dx, south - dy, east + dx, north + dy];
}

/** The world is one wide; y grows to the south. */
function mercator([lon, lat]: readonly [number, number]): Point {
	const sine = Math.sin((lat * Math.PI) / 180);
	return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}
