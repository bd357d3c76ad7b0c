import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Appearance } from '#lib/view/palette.ts';
import { ArcGrowth } from './arc-growth.ts';
import { arcLayers } from './arc-layers.ts';
import { bubbleLayers, columnLayers } from './bubble-layers.ts';
import type { MapLibreMap } from './maplibre-types.ts';
import { spreadColors } from './spread-colors.ts';
import { attachArcs, type SpreadScene } from './spread-scene.ts';

export type { SpreadScene };

/** What deck.gl draws over the map of models. */
export interface SpreadOverlay {
	/** Draws a scene instead of the one before; arcs that were not in it grow. */
	show(scene: SpreadScene, appearance: Appearance): void;
}

/** Names stay above what is drawn here. */
const ABOVE = 'label';

/**
 * Lets deck.gl draw within a map, below its names; loaded only when models are shown. It is part of the map's own
 * picture, and goes with the map.
 */
export function createSpreadOverlay(map: MapLibreMap): SpreadOverlay {
	const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
	map.addControl(overlay);
	const growth = new ArcGrowth();
	let shown: { scene: SpreadScene; appearance: Appearance } | undefined;
	let withFigures = false;
	let frame: number | undefined;

	const draw = () => {
		frame = undefined;
		if (!shown) return;
		const { scene, appearance } = shown;
		const now = performance.now();
		const { bubbles, mode, scale = 1 } = scene;
		const view = { colors: spreadColors(appearance), zoom: map.getZoom(), scale };
		const place = map.getLayer(ABOVE) ? { beforeId: ABOVE } : {};
		const shareOf = (key: string) => growth.shareOf(key, now);
		const drawBubbles = mode === 'bubbles' ? bubbleLayers : columnLayers;
		overlay.setProps({
			layers: [
				...arcLayers(attachArcs(scene), { ...view, shareOf }, place),
				...drawBubbles(
					bubbles.filter(({ count }) => count > 0),
					{ ...view, withFigures },
					place
				)
			]
		});
		if (growth.isGrowing(now)) frame ??= requestAnimationFrame(draw);
	};

	const stop = () => {
		if (frame !== undefined) cancelAnimationFrame(frame);
		shown = undefined;
	};
	map.once('remove', stop);
	void loadFigureFont().then(() => {
		withFigures = true;
		draw();
	});
	return {
		show(scene, appearance) {
			shown = { scene, appearance };
			const keys = scene.arcs.map(({ key }) => key);
			growth.show(keys, performance.now(), reducedMotion());
			if (frame === undefined) draw();
		}
	};
}

/** Without it, figures would be drawn in another face, and stay so. */
async function loadFigureFont(): Promise<void> {
	await document.fonts.load('600 11px "Be Vietnam Pro"', '0123456789').catch(() => []);
}

function reducedMotion(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
