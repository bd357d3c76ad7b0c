import type { Exposed } from './smoothing.ts';

/** Rate of all areas together, per unit of exposure; undefined without any exposure. */
export function commonRate(areas: readonly Exposed[]): number | undefined {
	const exposure = areas.reduce((sum, area) => sum + area.exposure, 0);
	return exposure > 0 ? areas.reduce((sum, { count }) => sum + count, 0) / exposure : undefined;
}
