import type { Exposed } from '../evidence/smoothing.ts';
import type { Neighbours } from './neighbours.ts';

/**
 * Marshall's local empirical Bayes: each area's rate shrunk towards the mean of itself and its neighbours,
 * as far as chance spreads rates there (spdep's `EBlocal`, where each neighbour is held against its own
 * local mean).
 *
 * @returns rates in the order of `areas`; undefined for those without exposure
 */
export function smoothLocally(
	areas: readonly Exposed[],
	neighbours: Neighbours
): (number | undefined)[] {
	const around = areas.map((_, at) =>
		[at, ...neighbours[at]!].filter((each) => areas[each]!.exposure > 0)
	);
	const sumOver = (at: number, of: (each: number) => number) =>
		around[at]!.reduce((sum, each) => sum + of(each), 0);
	const exposures = areas.map((_, at) => sumOver(at, (each) => areas[each]!.exposure));
	const means = areas.map((_, at) => sumOver(at, (each) => areas[each]!.count) / exposures[at]!);
	return areas.map((area, at) => {
		if (area.exposure <= 0) return undefined;
		const mean = means[at]!;
		if (mean === 0) return 0;
		const spread =
			sumOver(at, (each) => {
				const { count, exposure } = areas[each]!;
				return exposure * (count / exposure - means[each]!) ** 2;
			}) / exposures[at]!;
		const between = Math.max(0, spread - mean / (exposures[at]! / around[at]!.length));
		const rate = area.count / area.exposure;
		return mean + (rate - mean) * (between / (between + mean / area.exposure));
	});
}
