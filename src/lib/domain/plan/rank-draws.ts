import { randomGamma, seededRandom, type Random } from '../evidence/random.ts';

/** What many draws say of a commune's rank; 1 is the most urgent. */
export interface RankSpread {
	median: number;
	/** In nine draws of ten the rank lies between. */
	low: number;
	high: number;
	/** Share of draws in which it is among the first. */
	amongFirst: number;
}

export interface RankQuestion {
	/** Normalised values of each unit in one draw, for each criterion; written anew by `draw`. */
	units: number;
	weights: readonly number[];
	/**
	 * Fills the normalised values of one draw: `values[criterion][unit]`, NaN where there is none.
	 */
	draw: (random: Random, values: readonly Float64Array[]) => void;
	/** How many are the first. */
	first: number;
}

/** How firmly weights are held: drawn weights stray by about ±30 % of a weight of a fifth. */
const CONCENTRATION = 40;

/**
 * Ranks over many draws of weights and of the values themselves: what a rank is worth. Weights are drawn from
 * a Dirichlet distribution around those given.
 *
 * @param seed the same gives the same
 */
export function drawRanks(
	{ units, weights, draw, first }: RankQuestion,
	{ draws = 1000, seed = 1 } = {}
): RankSpread[] {
	const random = seededRandom(seed);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const values = weights.map(() => new Float64Array(units));
	const scores = new Float64Array(units);
	const order = new Uint32Array(units);
	/** Who is the same in a draw is ranked by lot. */
	const lots = new Float64Array(units);
	/** How often each unit had each rank. */
	const counts = new Uint32Array(units * units);
	for (let round = 0; round < draws; round++) {
		const drawn = weights.map((weight) =>
			weight > 0 ? randomGamma((CONCENTRATION * weight) / total, random) : 0
		);
		draw(random, values);
		score(scores, values, drawn);
		for (let unit = 0; unit < units; unit++) {
			order[unit] = unit;
			lots[unit] = random();
		}
		order.sort((a, b) => scores[b]! - scores[a]! || lots[a]! - lots[b]!);
		for (let rank = 0; rank < units; rank++) counts[order[rank]! * units + rank]!++;
	}
	return Array.from({ length: units }, (_, unit) =>
		spreadOf(counts.subarray(unit * units, (unit + 1) * units), draws, first)
	);
}

/** Weighted means over the values that a unit has. */
function score(
	scores: Float64Array,
	values: readonly Float64Array[],
	weights: readonly number[]
): void {
	for (let unit = 0; unit < scores.length; unit++) {
		let sum = 0;
		let used = 0;
		for (let criterion = 0; criterion < weights.length; criterion++) {
			const value = values[criterion]![unit]!;
			if (Number.isNaN(value)) continue;
			sum += weights[criterion]! * value;
			used += weights[criterion]!;
		}
		scores[unit] = used > 0 ? sum / used : 0;
	}
}

function spreadOf(counts: Uint32Array, draws: number, first: number): RankSpread {
	const rankAt = (share: number) => {
		let seen = 0;
		for (let rank = 0; rank < counts.length; rank++) {
			seen += counts[rank]!;
			if (seen >= share * draws) return rank + 1;
		}
		return counts.length;
	};
	const among = counts.subarray(0, first).reduce((sum, count) => sum + count, 0);
	return { median: rankAt(0.5), low: rankAt(0.05), high: rankAt(0.95), amongFirst: among / draws };
}
