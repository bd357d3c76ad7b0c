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

/** What scores are drawn from. */
export interface ScoreQuestion {
	/** How many units there are. */
	units: number;
	weights: readonly number[];
	/**
	 * Fills the normalised values of one draw: `values[criterion][unit]`, NaN where there is none.
	 */
	draw: (random: Random, values: readonly Float64Array[]) => void;
}

export interface RankQuestion extends ScoreQuestion {
	/** How many are the first. */
	first: number;
}

/** How firmly weights are held: drawn weights stray by about ±30 % of a weight of a fifth. */
const CONCENTRATION = 40;

/**
 * Scores over draws of weights and of the values themselves. Weights are drawn from a Dirichlet distribution around
 * those given.
 *
 * @param seed the same gives the same
 * @yields the scores of one draw in the order of the units, written anew by the next, with the draw's own randomness
 */
export function* drawScores(
	{ units, weights, draw }: ScoreQuestion,
	{ draws, seed }: { draws: number; seed: number }
): Generator<{ scores: Float64Array; random: Random }> {
	const random = seededRandom(seed);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const values = weights.map(() => new Float64Array(units));
	const scores = new Float64Array(units);
	for (let round = 0; round < draws; round++) {
		const drawn = weights.map((weight) =>
			weight > 0 ? randomGamma((CONCENTRATION * weight) / total, random) : 0
		);
		draw(random, values);
		score(scores, values, drawn);
		yield { scores, random };
	}
}

/** What a rank is worth: ranks over many draws of weights and values. @param seed the same gives the same */
export function drawRanks(
	{ first, ...question }: RankQuestion,
	{ draws = 1000, seed = 1 } = {}
): RankSpread[] {
	const { units } = question;
	const order = new Uint32Array(units);
	/** Who is the same in a draw is ranked by lot. */
	const lots = new Float64Array(units);
	/** How often each unit had each rank. */
	const counts = new Uint32Array(units * units);
	for (const { scores, random } of drawScores(question, { draws, seed })) {
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
