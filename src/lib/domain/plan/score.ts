/** A criterion's part in a score. */
export interface Contribution {
	criterion: string;
	/** Weight, its share of all weights in use. */
	weight: number;
	/** Normalised value, 0 to 1. */
	value: number;
	/** weight × value. */
	points: number;
}

export interface Score {
	/** Σ points, 0 to 1; undefined where a criterion in use has no value. */
	total: number | undefined;
	/** In the order of the criteria. */
	contributions: Contribution[];
}

/**
 * Weighted mean of normalised criteria. Who lacks one of them has no score: left out for some and kept for others, it
 * would reward missing reports.
 *
 * @param values normalised values of one commune by criterion
 * @param weights by criterion; not negative
 */
export function scoreUnit(
	values: Readonly<Record<string, number | undefined>>,
	weights: Readonly<Record<string, number>>
): Score {
	const used = Object.entries(weights).filter(([, weight]) => weight > 0);
	const sum = used.reduce((total, [, weight]) => total + weight, 0);
	const contributions = used.flatMap(([criterion, weight]): Contribution[] => {
		const value = values[criterion];
		if (value === undefined) return [];
		const share = weight / sum;
		return [{ criterion, weight: share, value, points: share * value }];
	});
	const known = used.length > 0 && contributions.length === used.length;
	return {
		total: known ? contributions.reduce((total, { points }) => total + points, 0) : undefined,
		contributions
	};
}
