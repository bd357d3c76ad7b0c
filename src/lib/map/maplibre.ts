import folder from 'virtual:maplibre-folder';

/** MapLibre as a module. */
export type MapLibre = typeof import('maplibre-gl');

let loading: Promise<MapLibre> | undefined;

/** Loads MapLibre's own modules from this server; page and worker share one of them. */
export function loadMapLibre(): Promise<MapLibre> {
	loading ??= import(/* @vite-ignore */ `${folder}/maplibre-gl.mjs`).then((module: MapLibre) => {
		module.setWorkerUrl(`${location.origin}${folder}/maplibre-gl-worker.mjs`);
		return module;
	});
	return loading;
}

/** Fetches all that a map is made of, so that it can be made when the server is away. */
export async function prepareMap(withBubbles: boolean): Promise<void> {
	await Promise.all([
		loadMapLibre(),
		// The browser keeps the worker's own file; it is asked for when the first map is made.
		fetch(`${folder}/maplibre-gl-worker.mjs`),
		...(withBubbles ? [import('./spread-overlay.ts')] : [])
	]);
}

/** Whether this browser can draw the map at all. */
export function hasWebGl(): boolean {
	try {
		return document.createElement('canvas').getContext('webgl2') !== null;
	} catch {
		return false;
	}
}
