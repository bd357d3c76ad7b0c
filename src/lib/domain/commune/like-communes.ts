/** What communes are held alike by. */
export interface Likeness {
	unitId: number;
	/** Xã, Phường. */
	kind: string;
	population: number;
	/** Cases of the leading indicator per person-year in the years that they are compared on; 0 is possible. */
	rate: number;
}

/** So many are enough to even out chance, and few enough to be alike. */
const LIKE_COMMUNES = 8;

/**
 * The communes most like one: of the same kind, the nearest by population and by crime rate, each as a ratio.
 *
 * @returns the likest first; none of itself
 */
export function findLikeCommunes(
	one: Likeness,
	all: readonly Likeness[],
	most = LIKE_COMMUNES
): number[] {
	const usual = all.reduce((sum, { rate }) => sum + rate, 0) / Math.max(1, all.length);
	// Half the usual rate keeps a quiet commune from being infinitely far from the next.
	const level = (rate: number) => Math.log(rate + usual / 2);
	const distance = (other: Likeness) =>
		Math.hypot(
			Math.log(other.population / one.population),
			usual > 0 ? level(other.rate) - level(one.rate) : 0
		);
	return all
		.filter(({ unitId, kind }) => unitId !== one.unitId && kind === one.kind)
		.map((other) => ({ unitId: other.unitId, distance: distance(other) }))
		.sort((a, b) => a.distance - b.distance || a.unitId - b.unitId)
		.slice(0, most)
		.map(({ unitId }) => unitId);
}
