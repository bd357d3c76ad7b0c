import { scaleLinear } from 'd3-scale';

/**
 * Round figures from 0 up to at least a value, for an axis.
 *
 * @example roundTicks(15.3) // [0, 5, 10, 15, 20]
 */
export function roundTicks(highest: number, about = 4): number[] {
	return scaleLinear()
		.domain([0, Math.max(1, highest)])
		.nice(about)
		.ticks(about);
}
