import type { Position } from 'geojson';

/** Rings of a unit's land: longitude, latitude. */
export type Rings = readonly (readonly Position[])[];

/** A part of the earth drawn on a sheet: equirectangular, true to scale in its middle. */
export interface LocalFrame {
	width: number;
	height: number;
	/** Pixels of the sheet. */
	place: (position: readonly number[]) => readonly [x: number, y: number];
}

/** Land around the own one that is left free at each side, as a share of the sheet. */
const MARGIN = 0.04;
/** However large the neighbours are, the own land takes at least this share of the sheet's side. */
const MIN_OWN = 0.26;

interface Box {
	west: number;
	east: number;
	south: number;
	north: number;
}

function boxOf(lands: readonly Rings[]): Box {
	const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
	for (const ring of lands.flat()) {
		for (const [x = 0, y = 0] of ring) {
			box.west = Math.min(box.west, x);
			box.east = Math.max(box.east, x);
			box.south = Math.min(box.south, y);
			box.north = Math.max(box.north, y);
		}
	}
	return box;
}

/**
 * A sheet of a size with a unit and its neighbours in it.
 *
 * @param own land of the unit
 * @param neighbours lands that are to be seen, as far as the own one stays large enough
 * @returns undefined for a unit without land
 */
export function localFrame(
	own: Rings,
	neighbours: readonly Rings[],
	{ width, height }: { width: number; height: number }
): LocalFrame | undefined {
	const inner = boxOf([own]);
	if (!(inner.west < inner.east && inner.south < inner.north)) return undefined;
	const outer = boxOf([own, ...neighbours]);
	const squeeze = Math.cos((((inner.south + inner.north) / 2) * Math.PI) / 180);
	const spanOf = ({ west, east, south, north }: Box) =>
		Math.max(((east - west) * squeeze) / width, (north - south) / height);
	const wanted = spanOf(outer) * (1 + 2 * MARGIN);
	const degrees = Math.min(wanted, spanOf(inner) / MIN_OWN);
	// Where not all of the neighbours fit, the own land is in the middle.
	const middle = degrees < wanted ? inner : outer;
	const [x, y] = [(middle.west + middle.east) / 2, (middle.south + middle.north) / 2];
	return {
		width,
		height,
		place: ([lon = 0, lat = 0]) => [
			width / 2 + ((lon - x) * squeeze) / degrees,
			height / 2 - (lat - y) / degrees
		]
	};
}

/** The path of some land on a sheet; empty where none of it is seen. */
export function landPath(rings: Rings, { place, width, height }: LocalFrame): string {
	const placed = rings.map((ring) => ring.map(place));
	const seen = placed.some((ring) =>
		ring.some(([x, y]) => x > -width && x < 2 * width && y > -height && y < 2 * height)
	);
	if (!seen) return '';
	return placed
		.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`)
		.join('');
}
