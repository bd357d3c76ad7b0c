import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { bboxClip } from '@turf/bbox-clip';
import type { BBox, Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import Pbf from 'pbf';
import { PMTiles } from 'pmtiles';
import { DiskSource } from './disk-source.ts';

/** A tile of a web map: zoom, column from the west, row from the north. */
interface TileAddress {
	z: number;
	x: number;
	y: number;
}

type Line = [number, number][];

/** What a base map draws on paper, as longitude and latitude. */
export interface BaseMapShapes {
	/** Hills: each its outer ring and its holes. */
	relief: Line[][];
	rivers: Line[];
	roads: Line[];
}

/** Maximum number of tiles read for a province: more detail is not visible on paper. */
const MAX_TILES = 24;
/** Where a web map ends in the north and in the south, in degrees. */
const MAX_NORTH = 85.05;

/**
 * Reads hills, rivers and roads of a base map within an extent. What lies in several tiles comes in pieces that meet
 * at their edges and do not overlap.
 *
 * @param path of a PMTiles file of vector tiles
 * @param extent west, south, east, north in degrees
 */
export async function readBaseMapShapes(path: string, extent: BBox): Promise<BaseMapShapes> {
	const archive = new PMTiles(new DiskSource(path));
	const { minZoom, maxZoom } = await archive.getHeader();
	const shapes: BaseMapShapes = { relief: [], rivers: [], roads: [] };
	for (const address of listTiles(extent, minZoom, maxZoom)) {
		const tile = await archive.getZxy(address.z, address.x, address.y);
		if (tile) addTile(shapes, new VectorTile(new Pbf(tile.data)), address);
	}
	return shapes;
}

/**
 * The tiles that cover an extent, at the largest zoom at which they are few enough.
 *
 * @example listTiles([103, 21, 103.01, 21.01], 6, 6) // [{ z: 6, x: 50, y: 28 }]
 */
export function listTiles(extent: BBox, minZoom: number, maxZoom: number): TileAddress[] {
	let tiles: TileAddress[] = [];
	for (let z = minZoom; z <= maxZoom; z++) {
		const closer = tilesAt(extent, z);
		if (tiles.length > 0 && closer.length > MAX_TILES) break;
		tiles = closer;
	}
	return tiles;
}

function tilesAt([west, south, east, north]: BBox, z: number): TileAddress[] {
	const [left, top] = tileOf(west, north, z);
	const [right, bottom] = tileOf(east, south, z);
	const tiles: TileAddress[] = [];
	for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) tiles.push({ z, x, y });
	return tiles;
}

function tileOf(longitude: number, latitude: number, z: number): [number, number] {
	const count = 2 ** z;
	const phi = (Math.max(-MAX_NORTH, Math.min(MAX_NORTH, latitude)) * Math.PI) / 180;
	const within = (share: number) => Math.max(0, Math.min(count - 1, Math.floor(share * count)));
	return [
		within((longitude + 180) / 360),
		within(0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI))
	];
}

/** Longitude and latitude of a tile's edges. */
function edgesOf({ z, x, y }: TileAddress): BBox {
	const longitude = (column: number) => (column / 2 ** z) * 360 - 180;
	const latitude = (row: number) =>
		(Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
	return [longitude(x), latitude(y + 1), longitude(x + 1), latitude(y)];
}

function addTile(shapes: BaseMapShapes, { layers }: VectorTile, address: TileAddress): void {
	const edges = edgesOf(address);
	const cut = (name: keyof BaseMapShapes) => {
		const layer = layers[name];
		if (!layer) return [];
		return Array.from({ length: layer.length }, (_, at) =>
			cutOff(layer.feature(at), address, edges)
		);
	};
	// Clipping away a whole feature leaves an empty geometry.
	for (const feature of cut('relief')) {
		shapes.relief.push(...polygonsOf(feature).filter((rings) => rings.length > 0));
	}
	for (const name of ['rivers', 'roads'] as const) {
		for (const feature of cut(name)) {
			shapes[name].push(...linesOf(feature).filter((line) => line.length > 1));
		}
	}
}

/** Clips a feature to its tile: tiles overlap their neighbours by a margin. */
function cutOff(
	feature: VectorTileFeature,
	{ x, y, z }: TileAddress,
	edges: BBox
): Feature<Polygon | MultiPolygon | LineString | MultiLineString> | undefined {
	const { geometry } = feature.toGeoJSON(x, y, z);
	switch (geometry.type) {
		case 'Polygon':
		case 'MultiPolygon':
		case 'LineString':
		case 'MultiLineString':
			return bboxClip(geometry, edges);
		default:
			return undefined;
	}
}

function polygonsOf(feature: ReturnType<typeof cutOff>): Line[][] {
	if (feature?.geometry.type === 'Polygon') return [feature.geometry.coordinates.map(toLine)];
	if (feature?.geometry.type !== 'MultiPolygon') return [];
	return feature.geometry.coordinates.map((rings) => rings.map(toLine));
}

function linesOf(feature: ReturnType<typeof cutOff>): Line[] {
	if (feature?.geometry.type === 'LineString') return [toLine(feature.geometry.coordinates)];
	if (feature?.geometry.type !== 'MultiLineString') return [];
	return feature.geometry.coordinates.map(toLine);
}

function toLine(positions: GeoJSON.Position[]): Line {
	return positions.map(([x = 0, y = 0]) => [x, y]);
}
