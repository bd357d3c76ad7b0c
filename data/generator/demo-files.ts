import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GridPoint } from './map/crossings.ts';
import { GRID_PER_DEGREE } from './map/draw-map.ts';
import type { Territory } from './map/territory.ts';

/** Reading of the committed files, for the checks on them. */

export function readDemo(file: string): string {
	return readFileSync(new URL(`../demo/${file}`, import.meta.url), 'utf8');
}

/** A row of a table: the text of a column, which must exist. */
export type DemoRow = (column: string) => string;

export function readDemoRows(file: string): DemoRow[] {
	const rows = parse<Record<string, string>>(readDemo(file), { columns: true });
	return rows.map((row) => (column) => {
		const text = row[column];
		if (text === undefined) throw new Error(`${file} has no column ${column}`);
		return text;
	});
}

/** A unit of a boundary file. */
export interface DrawnUnit {
	readonly code: string;
	readonly name: string;
	readonly districtCode: string;
	readonly areaKm2: number;
	readonly territory: Territory;
}

export function readBoundaries(file: string): DrawnUnit[] {
	const collection = JSON.parse(readDemo(file)) as FeatureCollection<
		Polygon | MultiPolygon,
		Record<string, string | number>
	>;
	return collection.features.map(({ geometry, properties }) => {
		const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
		const toGrid = ([lon = NaN, lat = NaN]: number[]): GridPoint => [
			Math.round(lon * GRID_PER_DEGREE),
			Math.round(lat * GRID_PER_DEGREE)
		];
		return {
			code: String(properties['code']),
			name: String(properties['name']),
			districtCode: String(properties['district_code'] ?? ''),
			areaKm2: Number(properties['area_km2']),
			territory: polygons.map((rings) => rings.map((ring) => ring.map(toGrid)))
		};
	});
}
