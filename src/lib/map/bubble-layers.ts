import type { Layer } from '@deck.gl/core';
import { ColumnLayer, LineLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import { metresAPixel } from './arc-curve.ts';
import { withAlpha, type SpreadColors } from './spread-colors.ts';
import { FIGURE_PX, holdsFigure, movedBubbles, type SpreadBubble } from './spread-scene.ts';

/** How bubbles and columns are drawn now. */
export interface BubbleView {
	colors: SpreadColors;
	zoom: number;
	scale: number;
	/** Whether the face of figures is there: what is drawn before keeps another one. */
	withFigures: boolean;
}

const FONT = { fontFamily: '"Be Vietnam Pro", sans-serif', fontWeight: 600 } as const;
const DIGITS = '0123456789';
const RIM_PX = 1.5;
/** Nothing on the map is before or behind anything: what is drawn later lies above. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Lines to the places of bubbles that were pushed aside, the bubbles, and their figures. */
export function bubbleLayers<P extends object>(
	bubbles: readonly SpreadBubble[],
	{ colors, zoom, scale, withFigures }: BubbleView,
	place: P
): Layer[] {
	const moved = movedBubbles(bubbles, zoom);
	return [
		new LineLayer<SpreadBubble>({
			id: 'spread-lines',
			data: moved,
			getSourcePosition: (bubble) => bubble.place,
			getTargetPosition: (bubble) => bubble.position,
			getColor: colors.ink,
			getWidth: scale,
			antialiasing: true,
			parameters: FLAT,
			...place
		}),
		new ScatterplotLayer<SpreadBubble>({
			id: 'spread-places',
			data: moved,
			getPosition: (bubble) => bubble.place,
			getRadius: 1.8 * scale,
			radiusUnits: 'pixels',
			getFillColor: colors.ink,
			parameters: FLAT,
			...place
		}),
		new ScatterplotLayer<SpreadBubble>({
			id: 'spread-bubbles',
			data: bubbles,
			getPosition: (bubble) => bubble.position,
			// The rim lies outside, so that the area is the number's.
			getRadius: ({ radiusPx }) => radiusPx + RIM_PX / 2,
			radiusUnits: 'pixels',
			getFillColor: colors.bubble,
			getLineColor: colors.rim,
			stroked: true,
			lineWidthUnits: 'pixels',
			getLineWidth: RIM_PX,
			parameters: FLAT,
			...place
		}),
		...(withFigures
			? [
					new TextLayer<SpreadBubble>({
						id: 'spread-figures',
						data: bubbles.filter((bubble) => holdsFigure(bubble, scale)),
						getPosition: (bubble) => bubble.position,
						getText: ({ count }) => String(count),
						getSize: FIGURE_PX * scale,
						getColor: colors.figure,
						...FONT,
						characterSet: DIGITS,
						parameters: FLAT,
						...place
					})
				]
			: [])
	];
}

const COLUMN_PX = 6;
/** Height of a column in pixels, by the square of its bubble's radius: both grow with the number. */
const COLUMN_HEIGHT = 0.3;

/** A column at each place, as high as there are sites, with its figure above. */
export function columnLayers<P extends object>(
	bubbles: readonly SpreadBubble[],
	{ colors, zoom, scale, withFigures }: BubbleView,
	place: P
): Layer[] {
	const heightM = (bubble: SpreadBubble) =>
		(COLUMN_HEIGHT * bubble.radiusPx ** 2 * metresAPixel(bubble.place[1], zoom)) / scale;
	return [
		new ColumnLayer<SpreadBubble>({
			id: 'spread-columns',
			data: bubbles,
			getPosition: (bubble) => bubble.place,
			getElevation: heightM,
			radius: COLUMN_PX * scale,
			radiusUnits: 'pixels',
			diskResolution: 24,
			getFillColor: colors.bubble,
			updateTriggers: { getElevation: [zoom, scale] },
			...place
		}),
		...(withFigures
			? [
					new TextLayer<SpreadBubble>({
						id: 'spread-column-figures',
						data: bubbles,
						getPosition: (bubble) => [...bubble.place, heightM(bubble)],
						getText: ({ count }) => String(count),
						getSize: FIGURE_PX * scale,
						getPixelOffset: [0, -FIGURE_PX * scale],
						getColor: colors.ink,
						...FONT,
						fontSettings: { sdf: true, fontSize: 64, buffer: 8, radius: 16 },
						outlineWidth: 3,
						outlineColor: withAlpha(colors.paper, 0.9),
						characterSet: DIGITS,
						parameters: FLAT,
						...place
					})
				]
			: [])
	];
}
