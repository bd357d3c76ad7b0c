import { ABSENCES, type Absence } from '../observation.ts';
import type { Month } from '../period.ts';
import { localMoran, standardiseRates } from '../space/moran.ts';
import { RATE_LEVELS, type ClusterClass, type FunnelPlace, type RateLevel } from './classes.ts';
import { adjustForFalseDiscovery } from './false-discovery.ts';
import type { FrameFigures } from './frame-figures.ts';
import { placeInFunnel, type FunnelPosition } from './funnel.ts';
import { marshallMoments, shrinkRate } from './smoothing.ts';
import { readLastYears, type Window } from './windows.ts';
import { knownAt } from './known-figures.ts';
import { noiseAt } from './yearly-noise.ts';

/** Shares of the common rate between levels. */
const LEVEL_BREAKS = [0.5, 0.8, 1.25, 2] as const;

/** Called clusters are false in about so large a share. */
const CLUSTER_Q = 0.2;

function isAbsence(value: unknown): value is Absence {
	return ABSENCES.some((absence) => absence === value);
}

/** Answers for the units whose last twelve months are known, put beside the reasons of the others. */
function forKnown<T>(
	units: readonly (Window | Absence)[],
	compute: (known: readonly Window[], places: readonly number[]) => readonly T[]
): (T | Absence)[] {
	const known = units.flatMap((window, place) => (isAbsence(window) ? [] : [{ window, place }]));
	const answers = compute(
		known.map(({ window }) => window),
		known.map(({ place }) => place)
	);
	const filled: (T | Absence)[] = units.map((window) =>
		isAbsence(window) ? window : 'not-reported'
	);
	known.forEach(({ place }, at) => (filled[place] = answers[at]!));
	return filled;
}

/** Rates of the last twelve months shrunk towards the common one, as levels against it. */
export function rateLevels(figures: FrameFigures, at: Month): (RateLevel | Absence)[] {
	return forKnown(readLastYears(figures, at), (known) => {
		const moments = marshallMoments(known);
		return known.map((area): RateLevel => {
			if (!moments || moments.m === 0) return 'common';
			const share = shrinkRate(area, moments) / moments.m;
			return RATE_LEVELS[LEVEL_BREAKS.filter((limit) => share > limit).length]!;
		});
	});
}

/** Where the last twelve months lie against what the rate of the other units leads to expect. */
export function funnelPositions(figures: FrameFigures, at: Month): (FunnelPosition | Absence)[] {
	const { v } = noiseAt(knownAt(figures, at), at);
	return forKnown(readLastYears(figures, at), (known) =>
		placeInFunnel(known, v).map(
			(position): FunnelPosition | Absence => position ?? 'too-few-others'
		)
	);
}

/** The places alone, for the map. */
export function funnelPlaces(figures: FrameFigures, at: Month): (FunnelPlace | Absence)[] {
	return funnelPositions(figures, at).map((each) => (isAbsence(each) ? each : each.place));
}

/**
 * Local clusters of rates whose chance differs with population: local Moran's I with 9,999 permutations, called
 * where Benjamini–Hochberg leaves them.
 *
 * @param neighboursOf places of the units around one
 */
export function clusterClasses(
	figures: FrameFigures,
	at: Month,
	neighboursOf: readonly (readonly number[])[]
): (ClusterClass | Absence)[] {
	return forKnown(readLastYears(figures, at), (known, places) => {
		const rowOf = new Map(places.map((place, row) => [place, row]));
		const around = places.map((place) =>
			neighboursOf[place]!.flatMap((other) => rowOf.get(other) ?? [])
		);
		const values = standardiseRates(known);
		const found = values ? localMoran(values, around, { seed: at }) : known.map(() => undefined);
		const adjusted = adjustForFalseDiscovery(found.map((each) => each?.p ?? 1));
		return found.map((own, row): ClusterClass =>
			own && adjusted[row]! <= CLUSTER_Q ? own.cluster : 'no-cluster'
		);
	});
}
