import type { Absence } from '../observation.ts';
import type { Month } from '../period.ts';
import { adjustForFalseDiscovery } from './false-discovery.ts';
import { funnelPlaceOf } from './funnel.ts';
import { RATE_LEVELS, type ClusterClass, type FunnelPlace, type RateLevel } from './classes.ts';
import { marshallMoments, shrinkRate, type Exposed } from './smoothing.ts';
import { exposeYear, type TrendInput } from './trend.ts';
import { localMoran, standardiseRates } from '../space/moran.ts';

/** Shares of the common rate between levels. */
const LEVEL_BREAKS = [0.5, 0.8, 1.25, 2] as const;

/** Called clusters are false in about so large a share. */
const CLUSTER_Q = 0.2;
const PERMUTATIONS = 999;

/** The last twelve months of a frame's units at the end of a month, or why they are not known. */
function exposeUnits(
	inputs: readonly TrendInput[],
	at: Month,
	data: { from: Month; to: Month }
): (Exposed | Absence)[] {
	return inputs.map((input) => exposeYear(input, at, data));
}

function knownOf(units: readonly (Exposed | Absence)[]): Exposed[] {
	return units.filter((unit) => typeof unit !== 'string');
}

/** Rates shrunk towards the common one, as levels against it. */
export function rateLevels(
	inputs: readonly TrendInput[],
	at: Month,
	data: { from: Month; to: Month }
): (RateLevel | Absence)[] {
	const units = exposeUnits(inputs, at, data);
	const moments = marshallMoments(knownOf(units));
	return units.map((unit) => {
		if (typeof unit === 'string') return unit;
		if (!moments || moments.m === 0) return 'common';
		const share = shrinkRate(unit, moments) / moments.m;
		return RATE_LEVELS[LEVEL_BREAKS.filter((limit) => share > limit).length]!;
	});
}

/** Where counts lie against what the common rate leads to expect. */
export function funnelPlaces(
	inputs: readonly TrendInput[],
	at: Month,
	data: { from: Month; to: Month }
): (FunnelPlace | Absence)[] {
	const units = exposeUnits(inputs, at, data);
	const known = knownOf(units);
	const events = known.reduce((sum, { count }) => sum + count, 0);
	const exposure = known.reduce((sum, unit) => sum + unit.exposure, 0);
	return units.map((unit) =>
		typeof unit === 'string'
			? unit
			: funnelPlaceOf(Math.round(unit.count), (events / exposure) * unit.exposure)
	);
}

/**
 * Local clusters of rates whose chance differs with population: local Moran's I with 999 permutations,
 * called where Benjamini–Hochberg leaves them.
 *
 * @param neighboursOf places of the units around one
 */
export function clusterClasses(
	inputs: readonly TrendInput[],
	at: Month,
	data: { from: Month; to: Month },
	neighboursOf: readonly (readonly number[])[]
): (ClusterClass | Absence)[] {
	const units = exposeUnits(inputs, at, data);
	const places = units.flatMap((unit, place) => (typeof unit === 'string' ? [] : [place]));
	const placeOf = new Map(places.map((place, n) => [place, n]));
	const values = standardiseRates(knownOf(units));
	const found = values
		? localMoran(
				values,
				places.map((place) => neighboursOf[place]!.flatMap((other) => placeOf.get(other) ?? [])),
				{ permutations: PERMUTATIONS, seed: at }
			)
		: [];
	const adjusted = adjustForFalseDiscovery(found.map((each) => each?.p ?? 1));
	return units.map((unit, place) => {
		if (typeof unit === 'string') return unit;
		const n = placeOf.get(place)!;
		const own = found[n];
		return own && adjusted[n]! <= CLUSTER_Q ? own.cluster : 'no-cluster';
	});
}
