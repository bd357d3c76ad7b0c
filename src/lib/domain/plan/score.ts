/** A criterion's part in a score. */
export interface Contribution {
	criterion: string;
	/** Weight, its share of all weights of criteria that the commune has. */
	weight: number;
	/** Normalised value, 0 to 1. */
	value: number;
	/** weight × value. */
	points: number;
}

export interface Score {
	/** Σ points, 0 to 1; undefined where the commune has none of the criteria. */
	total: number | undefined;
	/** In the order of the criteria. */
	contributions: Contribution[];
	/** Criteria without a value: the others' weights fill their place. */
	missing: string[];
}

/**
 * Weighted mean of normalised criteria. A missing value is left out and never taken for zero, which would
 * reward whoever does not report.
 *
 * @param values normalised values of one commune by criterion
 * @param weights by criterion; not negative
 */
export function scoreUnit(
	values: Readonly<Record<string, number | undefined>>,
	weights: Readonly<Record<string, number>>
): Score {
	const used = Object.entries(weights).filter(([, weight]) => weight > 0);
	const known = used.filter(([criterion]) => values[criterion] !== undefined);
	const sum = known.reduce((total, [, weight]) => total + weight, 0);
	const contributions = known.map(([criterion, weight]) => {
		const value = values[criterion]!;
		const share = weight / sum;
		return { criterion, weight: share, value, points: share * value };
	});
	return {
		total:
			contributions.length === 0
				? undefined
				: contributions.reduce((total, { points }) => total + points, 0),
		contributions,
		missing: used.filter(([criterion]) => values[criterion] === undefined).map(([name]) => name)
	};
}
