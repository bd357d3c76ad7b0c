export const NORMALISATIONS = ['min-max', 'z', 'rank'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * Brings a criterion's values onto one scale, higher being more urgent.
 *
 * `min-max`: 0 to 1. `z`: standard deviations from the mean, squeezed into 0 to 1 by the normal's logistic
 * twin, so that one far value does not press all others together. `rank`: share of the others that lie
 * below, ties in the middle.
 *
 * @param values undefined where a commune has none
 * @param direction whether high or low values are urgent
 * @returns undefined where the value is; 0.5 everywhere if nothing differs
 * @example normalise([1, 3, undefined, 2], 'high', 'min-max') // [0, 1, undefined, 0.5]
 */
export function normalise(
	values: readonly (number | undefined)[],
	direction: 'high' | 'low',
	how: Normalisation
): (number | undefined)[] {
	const known = values.filter((value) => value !== undefined);
	const scale = scaleOf(known, how);
	return values.map((value) => {
		if (value === undefined) return undefined;
		const share = scale(value);
		return direction === 'high' ? share : 1 - share;
	});
}

function scaleOf(known: readonly number[], how: Normalisation): (value: number) => number {
	switch (how) {
		case 'min-max': {
			const least = Math.min(...known);
			const spread = Math.max(...known) - least;
			return (value) => (spread > 0 ? (value - least) / spread : 0.5);
		}
		case 'z': {
			const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
			const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
			const deviation = Math.sqrt(variance);
			return (value) =>
				deviation > 0 ? 1 / (1 + Math.exp(-1.702 * ((value - mean) / deviation))) : 0.5;
		}
		case 'rank': {
			const sorted = [...known].sort((a, b) => a - b);
			return (value) => {
				if (sorted.length < 2) return 0.5;
				const below = lowerBound(sorted, value);
				const same = lowerBound(sorted, value, true) - below;
				return (below + (same - 1) / 2) / (sorted.length - 1);
			};
		}
	}
}

/** How many lie below a value, or not above it. */
function lowerBound(sorted: readonly number[], value: number, inclusive = false): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < value || (inclusive && sorted[middle] === value)) low = middle + 1;
		else high = middle;
	}
	return low;
}
