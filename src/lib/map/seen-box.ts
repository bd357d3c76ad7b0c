import type { MapLibreMap } from './maplibre-types.ts';

/** Width and height of the part of a map that is seen, in pixels: a panel may cover its right edge. */
export function seenBox(map: MapLibreMap): { width: number; height: number } {
	const { clientWidth, clientHeight } = map.getContainer();
	return { width: clientWidth - (map.getPadding().right ?? 0), height: clientHeight };
}
