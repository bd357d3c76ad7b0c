import type { Month } from '#lib/domain/period.ts';
import type { SpreadArc } from '#lib/domain/models/spread-at.ts';
import { siteCountAt, type ClassSource } from '../frame-view.ts';
import { placeBubbles, type PlacedBubble } from '../spread/place-bubbles.ts';
import type { FrameUnit } from '../wire.ts';
import type { Placing } from './placing.ts';

/** Model sites that stand on a drawn map. */
export interface DrawnSites {
	/** Active sites by commune. */
	counts: ReadonlyMap<number, number>;
	/** Whether they are of one type. */
	ofOneType: boolean;
	/** Who copied from whom. */
	arcs: readonly Pick<SpreadArc, 'key' | 'fromUnit' | 'toUnit'>[];
}

/** Active sites of all types, by commune. */
export function allSites(source: ClassSource, month: Month): DrawnSites {
	const counts = new Map<number, number>();
	for (const [row, { id }] of source.units.entries()) {
		counts.set(id, siteCountAt(source, row, month) ?? 0);
	}
	return { counts, ofOneType: false, arcs: [] };
}

/**
 * Circles of sites, pushed apart.
 *
 * @param factor of the map's type; circles grow with its root
 */
export function drawBubbles(
	{ counts, ofOneType }: DrawnSites,
	units: readonly FrameUnit[],
	placing: Placing,
	factor: number
): PlacedBubble[] {
	const places = units.map(({ id, label }) => {
		const [x, y] = placing(label);
		return { unitId: id, x, y, count: counts.get(id) ?? 0 };
	});
	return placeBubbles(places, { ofOneType, scale: Math.sqrt(factor) });
}

/** How far an arc bends aside, in shares of its length. */
const BEND = 0.18;

/** Arcs from the commune that did it first to the one that copied, as the `d` of SVG paths. */
export function drawArcs(
	{ arcs }: DrawnSites,
	units: readonly FrameUnit[],
	placing: Placing
): { key: string; d: string }[] {
	const places = new Map(units.map(({ id, label }) => [id, placing(label)]));
	return arcs.flatMap(({ key, fromUnit, toUnit }) => {
		const [from, to] = [places.get(fromUnit), places.get(toUnit)];
		if (!from || !to) return [];
		const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
		const [x, y] = [(from[0] + to[0]) / 2 - dy * BEND, (from[1] + to[1]) / 2 + dx * BEND];
		const numbers = [from, [x, y], to].map((point) =>
			point.map((each) => each.toFixed(1)).join(' ')
		);
		return [{ key, d: `M${numbers[0]}Q${numbers[1]} ${numbers[2]}` }];
	});
}
