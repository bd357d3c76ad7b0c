import type { Layer } from '@deck.gl/core';
import { ArcLayer, PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import { ARC_HEIGHT, bendArcs, headOf, type ArcHead, type LonLat } from './arc-curve.ts';
import { withAlpha, type Rgba, type SpreadColors } from './spread-colors.ts';
import type { AttachedArc } from './spread-scene.ts';

/** How arcs are drawn now. */
export interface ArcView {
	colors: SpreadColors;
	zoom: number;
	scale: number;
	/** How much of an arc is drawn, 0 to 1. */
	shareOf: (key: string) => number;
}

const WIDTH_PX = { plain: 1.6, strong: 3 };
const HEAD_PX = { plain: 6, strong: 9 };
const FADED = 0.5;
/** Nothing on the map is before or behind anything: what is drawn later lies above. */
const FLAT = { depthCompare: 'always', depthWriteEnabled: false } as const;

/** Around a head, so that its edge is smooth. */
const EDGE_PX = 1;

interface Head {
	corners: ArcHead;
	color: Rgba;
}

/** Arcs from who did it first to who copied it, those that are looked at above the others, with heads at the copies. */
export function arcLayers<P extends object>(
	arcs: readonly AttachedArc[],
	{ colors, zoom, scale, shareOf }: ArcView,
	place: P
): Layer[] {
	const grown = bendArcs(arcs)
		.map((arc) => {
			const share = shareOf(arc.key);
			return { ...arc, to: between(arc.from, arc.to, share), rimPx: arc.rimPx * share, share };
		})
		.filter(({ share }) => share > 0)
		.sort((a, b) => Number(a.strong) - Number(b.strong));
	type Grown = (typeof grown)[number];
	const weightOf = ({ strong }: Grown) => (strong ? 'strong' : 'plain');
	const fade = (color: Rgba, { strong }: Grown) => withAlpha(color, strong ? 1 : FADED);
	const heads = grown.flatMap((arc): Head[] => {
		const lengthPx = HEAD_PX[weightOf(arc)] * scale;
		const corners = headOf(arc, { zoom, rimPx: arc.rimPx, lengthPx });
		return corners ? [{ corners, color: colors.bubble }] : [];
	});
	return [
		new ArcLayer<Grown>({
			id: 'spread-arcs',
			data: grown,
			getSourcePosition: ({ from }) => from,
			getTargetPosition: ({ to }) => to,
			getSourceColor: (arc) => fade(colors.source, arc),
			getTargetColor: (arc) => fade(colors.bubble, arc),
			getWidth: (arc) => WIDTH_PX[weightOf(arc)] * scale,
			getTilt: ({ tilt }) => tilt,
			getHeight: ARC_HEIGHT,
			numSegments: 64,
			antialiasing: true,
			parameters: FLAT,
			...place
		}),
		new SolidPolygonLayer<Head>({
			id: 'spread-heads',
			data: heads,
			getPolygon: ({ corners }) => corners,
			getFillColor: ({ color }) => color,
			parameters: FLAT,
			...place
		}),
		new PathLayer<Head>({
			id: 'spread-head-edges',
			data: heads,
			getPath: ({ corners: [tip, ...behind] }) => [tip, ...behind, tip],
			getColor: ({ color }) => color,
			getWidth: EDGE_PX * scale,
			widthUnits: 'pixels',
			jointRounded: true,
			antialiasing: true,
			parameters: FLAT,
			...place
		})
	];
}

function between([ax, ay]: LonLat, [bx, by]: LonLat, share: number): LonLat {
	return share === 1 ? [bx, by] : [ax + (bx - ax) * share, ay + (by - ay) * share];
}
