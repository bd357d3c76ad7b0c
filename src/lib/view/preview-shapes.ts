import type { PreviewFeature } from './data-wire.ts';

/** A box of degrees, from its north-west corner. */
export interface SheetBox {
	west: number;
	north: number;
	width: number;
	height: number;
}

interface Geometry {
	type: string;
	coordinates: unknown;
}

/** The rings of a polygon or multipolygon. */
function ringsOf(feature: PreviewFeature): [number, number][][] {
	const { type, coordinates } = JSON.parse(feature.geometry) as Geometry;
	if (type === 'Polygon') return coordinates as [number, number][][];
	return type === 'MultiPolygon' ? (coordinates as [number, number][][][]).flat() : [];
}

/** The box around all shapes; that of the whole world around none. */
export function boxOf(features: readonly PreviewFeature[]): SheetBox {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y] of features.flatMap((feature) => ringsOf(feature).flat())) {
		west = Math.min(west, x);
		east = Math.max(east, x);
		south = Math.min(south, y);
		north = Math.max(north, y);
	}
	if (west > east) return { west: -180, north: 90, width: 360, height: 180 };
	return { west, north, width: Math.max(east - west, 1e-6), height: Math.max(north - south, 1e-6) };
}

/** Paths to be drawn on a sheet whose origin is the corner of a box, in degrees. */
export function shapePaths(
	features: readonly PreviewFeature[],
	origin: SheetBox
): { ordinal: number; name: string; d: string }[] {
	return features.map((feature) => ({
		ordinal: feature.ordinal,
		name: `${feature.code} ${feature.name}`,
		d: ringsOf(feature)
			.map((ring) => {
				const points = ring.map(
					([x, y]) => `${(x - origin.west).toFixed(5)} ${(origin.north - y).toFixed(5)}`
				);
				return `M${points.join('L')}Z`;
			})
			.join('')
	}));
}

/** A box as an SVG view box on the sheet of another one. */
export function toSheet(box: SheetBox, origin: SheetBox): string {
	return [box.west - origin.west, origin.north - box.north, box.width, box.height]
		.map((number) => number.toFixed(5))
		.join(' ');
}
