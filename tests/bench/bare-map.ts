import type { Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Digits behind the point: as exact as the boundaries that the product sends. */
const DIGITS = 5;

/**
 * A page with MapLibre and nothing else, showing boundaries as GeoJSON in grey; texts by path.
 *
 * Its modules come from `/modules/`.
 */
export function bareMapTexts(
	topology: Topology,
	extent: [number, number, number, number]
): Map<string, string> {
	const land = feature(topology, topology.objects.units as GeometryCollection);
	const text = JSON.stringify(land, (_, value: unknown) =>
		isPosition(value) ? value.map((number) => Number(number.toFixed(DIGITS))) : value
	);
	return new Map([
		['/index.html', page(extent)],
		['/land.json', text]
	]);
}

function isPosition(value: unknown): value is Position {
	return Array.isArray(value) && typeof value[0] === 'number';
}

function page(extent: [number, number, number, number]): string {
	const style = {
		version: 8,
		sources: { land: { type: 'geojson', data: '/land.json' } },
		layers: [
			{ id: 'ground', type: 'background', paint: { 'background-color': '#ffffff' } },
			{ id: 'fill', type: 'fill', source: 'land', paint: { 'fill-color': '#aaaaaa' } }
		]
	};
	const options = { bounds: extent, attributionControl: false, fadeDuration: 0, style };
	return `<!doctype html>
<style>#map { position: absolute; inset: 0 }</style>
<div id="map"></div>
<script type="module">
	import * as maplibre from '/modules/maplibre-gl/dist/maplibre-gl.mjs';
	maplibre.setWorkerUrl(location.origin + '/modules/maplibre-gl/dist/maplibre-gl-worker.mjs');
	new maplibre.Map({ container: 'map', ...${JSON.stringify(options)} });
</script>`;
}
