import { ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { MapLibreMap } from './maplibre-types.ts';
import type { Appearance } from '#lib/view/palette.ts';

/** A number of active sites at a unit's label point. */
export interface Bubble {
	unitId: number;
	position: [number, number];
	count: number;
}

/** Radius in pixels of one site; area grows with the number. */
const RADIUS = 4;
const COLORS: Record<
	Appearance,
	{ fill: [number, number, number, number]; line: [number, number, number] }
> = {
	light: { fill: [14, 154, 175, 190], line: [255, 255, 255] },
	dark: { fill: [29, 160, 181, 210], line: [22, 25, 29] }
};

/** What deck.gl draws over the map. */
export interface BubbleOverlay {
	show(bubbles: readonly Bubble[], appearance: Appearance): void;
}

/** Adds deck.gl over a map; loaded only when bubbles are shown. */
export function createBubbleOverlay(map: MapLibreMap): BubbleOverlay {
	const overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
	map.addControl(overlay);
	return {
		show(bubbles, appearance) {
			const data = bubbles.filter((bubble) => bubble.count > 0);
			const { fill, line } = COLORS[appearance];
			overlay.setProps({
				layers: [
					new ScatterplotLayer<Bubble>({
						id: 'bubbles',
						data,
						getPosition: (bubble) => bubble.position,
						getRadius: (bubble) => RADIUS * Math.sqrt(bubble.count) + 3,
						radiusUnits: 'pixels',
						getFillColor: fill,
						getLineColor: line,
						stroked: true,
						lineWidthUnits: 'pixels',
						getLineWidth: 1.5
					}),
					new TextLayer<Bubble>({
						id: 'bubble-numbers',
						data,
						getPosition: (bubble) => bubble.position,
						getText: (bubble) => String(bubble.count),
						getSize: 11,
						getColor: [255, 255, 255],
						fontFamily: '"Be Vietnam Pro", sans-serif',
						fontWeight: 700,
						characterSet: '0123456789'
					})
				]
			});
		}
	};
}
