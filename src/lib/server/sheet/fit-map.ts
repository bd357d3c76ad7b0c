import type { Ground } from './project.ts';

/** A rectangle on a sheet, in millimetres. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A map in a box: how many millimetres of land are one on paper, and where points of the ground lie. */
export interface Fit {
	/** 1 : denominator. */
	denominator: number;
	place: (point: readonly [number, number]) => [number, number];
}

/** First digits of scales that maps are drawn at. */
const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];

/** The largest usual scale at which all of the ground fits in a box, the ground in its middle. */
export function fitMap({ extent }: Pick<Ground, 'extent'>, box: Box): Fit {
	const [west, south, east, north] = extent;
	const least = Math.max(((east - west) * 1000) / box.width, ((north - south) * 1000) / box.height);
	const denominator = usualScale(least);
	const perMetre = 1000 / denominator;
	const left = box.x + (box.width - (east - west) * perMetre) / 2;
	const top = box.y + (box.height - (north - south) * perMetre) / 2;
	return {
		denominator,
		place: ([x, y]) => [left + (x - west) * perMetre, top + (north - y) * perMetre]
	};
}

/** The next usual scale at or above a denominator: 1 : 400,000 for 1 : 387,215. */
export function usualScale(least: number): number {
	if (!(least > 0)) return 1;
	const power = 10 ** Math.floor(Math.log10(least));
	const step = STEPS.find((each) => each * power >= least * (1 - 1e-9))!;
	return Math.round(step * power);
}

/**
 * How long a scale bar is: a round number of kilometres that takes about a fourth of a width.
 *
 * @param width in millimetres
 * @returns kilometres on the ground
 */
export function barLength(denominator: number, width: number): number {
	const most = ((width / 4) * denominator) / 1e6;
	const power = 10 ** Math.floor(Math.log10(most));
	const step = [5, 2, 1].find((each) => each * power <= most)!;
	return step * power;
}

/** Rings with the corners left out that lie closer than so many millimetres to the one before. */
export function thinRing(
	ring: readonly (readonly [number, number])[],
	least: number
): [number, number][] {
	const kept: [number, number][] = [];
	for (const [x, y] of ring) {
		const last = kept.at(-1);
		if (last && Math.hypot(x - last[0], y - last[1]) < least) continue;
		kept.push([x, y]);
	}
	return kept;
}
