import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { expect, it } from 'vitest';
import { readDemo } from '../demo-files.ts';
import { inventBaseMap, type BaseMap } from './base-map.ts';

type Communes = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>;
const { features } = JSON.parse(readDemo('boundaries-2025.geojson')) as Communes;
const baseMap = inventBaseMap(features);

it('invents rivers and roads that lead somewhere, and says in each name that they are invented', () => {
	for (const { geometry, properties } of [...baseMap.rivers.features, ...baseMap.roads.features]) {
		if (geometry.type !== 'LineString') throw new Error(geometry.type);
		expect(geometry.coordinates.length, String(properties.name)).toBeGreaterThan(20);
		expect(properties.name).toMatch(/ \(minh họa\)$/);
	}
	expect(baseMap.rivers.features).toHaveLength(3);
	expect(baseMap.roads.features).toHaveLength(5);
});

it('stays within the land', () => {
	const all = features
		.flatMap(({ geometry: { type, coordinates } }) =>
			type === 'Polygon' ? coordinates : coordinates.flat()
		)
		.flat();
	const xs = all.map(([x = 0]) => x);
	const [west, east] = [Math.min(...xs), Math.max(...xs)];
	const inside = ([x = 0]: Position) => x >= west && x <= east;
	const points = Object.values<BaseMap[keyof BaseMap]>({ ...baseMap }).flatMap((layer) =>
		layer.features.flatMap(({ geometry }) =>
			geometry.type === 'Point'
				? [geometry.coordinates]
				: geometry.type === 'LineString'
					? geometry.coordinates
					: []
		)
	);
	expect(points.filter((point) => !inside(point))).toEqual([]);
});
