import { randomGamma } from '../evidence/random.ts';
import { CRITERIA, normaliseAll, type CriterionValues, type Weights } from './criteria.ts';
import type { Normalisation } from './normalise.ts';
import { drawRanks, type RankSpread } from './rank-draws.ts';

/** A commune whose rank is in question. */
export interface RankedUnit {
	values: CriterionValues;
	/** Gamma distribution of its rate, per person-year; absent where it is not known. */
	rate?: { shape: number; rate: number };
}

/**
 * Ranks over draws of weights and of crime rates, each rate from what the data leaves possible.
 *
 * @param first how many are the first
 */
export function drawPlanRanks(
	units: readonly RankedUnit[],
	weights: Weights,
	how: Normalisation,
	first: number,
	options: { draws?: number; seed?: number } = {}
): RankSpread[] {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	if (used.length === 0 || units.length === 0) return [];
	return drawRanks(
		{
			units: units.length,
			weights: used.map((criterion) => weights[criterion]),
			first,
			draw(random, columns) {
				const drawn = units.map(({ values, rate }) =>
					rate && values.rate !== undefined
						? { ...values, rate: (10_000 * randomGamma(rate.shape, random)) / rate.rate }
						: values
				);
				normaliseAll(drawn, how).forEach((values, unit) => {
					used.forEach((criterion, at) => (columns[at]![unit] = values[criterion] ?? NaN));
				});
			}
		},
		options
	);
}
