import type { Exposed } from '../evidence/smoothing.ts';
import { seededRandom, type Random } from '../evidence/random.ts';
import { sumSorted } from '../evidence/sum.ts';
import type { Cluster } from '../evidence/classes.ts';
import type { Neighbours } from './neighbours.ts';

/** Whether like lies beside like, over a whole map. */
export interface MoranTest {
	i: number;
	/** When nothing lies beside anything: −1/(n−1). */
	expected: number;
	/** Under randomisation (Cliff and Ord 1981). */
	variance: number;
}

/**
 * Global Moran's I with row-standardised weights.
 *
 * @param values all of them known
 * @returns undefined without neighbours or without differences
 */
export function moranI(values: readonly number[], neighbours: Neighbours): MoranTest | undefined {
	const used = values.flatMap((_, at) => (neighbours[at]!.length > 0 ? [at] : []));
	const n = used.length;
	const mean = used.reduce((sum, at) => sum + values[at]!, 0) / n;
	const z = values.map((value) => value - mean);
	const power = (exponent: number) => used.reduce((sum, at) => sum + z[at]! ** exponent, 0);
	const squares = power(2);
	if (n < 4 || squares === 0) return undefined;
	const i = used.reduce((sum, at) => sum + z[at]! * lagOf(z, neighbours, at), 0) / squares;
	const { s1, s2 } = weightSums(neighbours, used);
	const s0 = n;
	const kurtosis = (n * power(4)) / squares ** 2;
	const expected = -1 / (n - 1);
	const second =
		(n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0) -
			kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) /
		((n - 1) * (n - 2) * (n - 3) * s0 * s0);
	return { i, expected, variance: second - expected ** 2 };
}

/** Moran's I of rates whose chance differs with population (Assunção and Reis 1999). */
export function ebMoranI(areas: readonly Exposed[], neighbours: Neighbours): number | undefined {
	const z = standardiseRates(areas);
	if (!z) return undefined;
	return moranI(z, neighbours)?.i;
}

/**
 * Rates less their mean, over the spread that an area of its population would have: what is left can be
 * held against each other (Assunção and Reis 1999).
 *
 * @returns undefined where nothing happened or somebody has no population
 */
export function standardiseRates(areas: readonly Exposed[]): number[] | undefined {
	const exposure = sumSorted(areas.map((area) => area.exposure));
	const m = sumSorted(areas.map(({ count }) => count)) / exposure;
	if (!(m > 0) || areas.some((area) => area.exposure <= 0)) return undefined;
	const squares = areas.map((area) => area.exposure * (area.count / area.exposure - m) ** 2);
	const spread = sumSorted(squares) / exposure;
	// Below zero, unlike Marshall's, as long as an area's own variance stays above.
	const between = spread - m / (exposure / areas.length);
	return areas.map((area) => {
		const own = m / area.exposure;
		const variance = between + own > 0 ? between + own : own;
		return (area.count / area.exposure - m) / Math.sqrt(variance);
	});
}

/** A unit beside its neighbours. */
export interface LocalMoran {
	i: number;
	/** Share of random neighbours that would give as much, both sides. */
	p: number;
	/** What it would be called if p were small. */
	cluster: Cluster;
}

/** Sums as near as this, of a standard deviation, are the same. */
const TIE = 1e-9;

/**
 * Local Moran's I (Anselin 1995), tested against random neighbours: the unit keeps its value, and those of the
 * others are dealt anew. p = 2·min((1 + #≥), (1 + #≤))/(permutations + 1), ties on both sides. The values are dealt in
 * their own order and alike for each unit, so that the order of units changes nothing.
 *
 * @param onDone share of the units that are done, for long lists
 * @returns undefined for units without neighbours
 */
export function localMoran(
	values: readonly number[],
	neighbours: Neighbours,
	{
		permutations = 9999,
		seed = 1,
		onDone
	}: { permutations?: number; seed?: number; onDone?: (share: number) => void } = {}
): (LocalMoran | undefined)[] {
	const n = values.length;
	const sorted = Float64Array.from(values).sort();
	const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
	const z = Float64Array.from(values, (value) => value - mean);
	const dealt = sorted.map((value) => value - mean);
	const m2 = dealt.reduce((sum, value) => sum + value * value, 0) / n;
	const others = new Float64Array(n - 1);
	return values.map((value, unit) => {
		onDone?.(unit / n);
		const own = z[unit]!;
		const size = neighbours[unit]!.length;
		if (size === 0 || m2 === 0) return undefined;
		const place = sorted.indexOf(value);
		others.set(dealt.subarray(0, place));
		others.set(dealt.subarray(place + 1), place);
		const lag = lagOf(z, neighbours, unit);
		const counts = countDeals(others, size, lag * size, {
			permutations,
			tie: TIE * Math.sqrt(m2),
			random: seededRandom(seed)
		});
		const cluster: Cluster = `${own >= 0 ? 'high' : 'low'}-${lag >= 0 ? 'high' : 'low'}`;
		const p = Math.min(1, (2 * (1 + Math.min(counts.more, counts.less))) / (permutations + 1));
		return { i: (own * lag) / m2, p, cluster };
	});
}

/** How many random sums of some of the values are at least, and at most, as large as one. */
function countDeals(
	values: Float64Array,
	size: number,
	observed: number,
	{ permutations, tie, random }: { permutations: number; tie: number; random: Random }
): { more: number; less: number } {
	let [more, less] = [0, 0];
	for (let round = 0; round < permutations; round++) {
		let sum = 0;
		for (let drawn = 0; drawn < size; drawn++) {
			// Drawn values are moved to the front.
			const at = drawn + Math.floor(random() * (values.length - drawn));
			const value = values[at]!;
			values[at] = values[drawn]!;
			values[drawn] = value;
			sum += value;
		}
		if (sum >= observed - tie) more++;
		if (sum <= observed + tie) less++;
	}
	return { more, less };
}

function lagOf(z: ArrayLike<number>, neighbours: Neighbours, at: number): number {
	const list = neighbours[at]!;
	let sum = 0;
	for (const each of list) sum += z[each]!;
	return sum / list.length;
}

/** S₁ and S₂ of row-standardised weights. */
function weightSums(neighbours: Neighbours, used: readonly number[]): { s1: number; s2: number } {
	let s1 = 0;
	const columns = new Map<number, number>();
	for (const at of used) {
		const weight = 1 / neighbours[at]!.length;
		for (const each of neighbours[at]!) {
			const back = neighbours[each]!.includes(at) ? 1 / neighbours[each]!.length : 0;
			s1 += (weight + back) ** 2;
			columns.set(each, (columns.get(each) ?? 0) + weight);
		}
	}
	const s2 = used.reduce((sum, at) => sum + (1 + (columns.get(at) ?? 0)) ** 2, 0);
	return { s1: s1 / 2, s2 };
}
