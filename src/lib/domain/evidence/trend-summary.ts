import { adjustForFalseDiscovery } from './false-discovery.ts';
import { tailChance } from './tail-chance.ts';
import type { TrendClass } from './classes.ts';
import type { TrendResult } from './trend.ts';

/** How much of a map of trends is more than chance. */
export interface TrendSummary {
	/** Communes with a trend. */
	judged: number;
	falling: number;
	rising: number;
	/** Communes that are neither clearly falling nor clearly rising. */
	unclear: number;
	/** At most so many would be named in each direction if no level had changed anywhere. */
	byChance: number;
	/** Communes whose tail chance survives Benjamini–Hochberg, at q = 0.05 and 0.20. */
	surviving: { q: number; falling: number; rising: number }[];
}

const LEVELS = [0.05, 0.2];
/** The share of communes without any change that is named in a direction; measured, it is never above 4 %. */
const NAMED_BY_CHANCE = 0.05;

/** Sums up the trends of one month. */
export function summariseTrends(results: readonly TrendResult[]): TrendSummary {
	const trends = results.flatMap((result) => ('trend' in result ? [result.trend] : []));
	const tails = trends.map(({ windows }) => tailChance(windows));
	const adjusted = adjustForFalseDiscovery(
		tails.map(({ lower, upper }) => Math.min(1, 2 * Math.min(lower, upper)))
	);
	const count = (of: TrendClass) => trends.filter((trend) => trend.class === of).length;
	const [falling, rising] = [count('falling'), count('rising')];
	return {
		judged: trends.length,
		falling,
		rising,
		unclear: trends.length - falling - rising,
		byChance: Math.ceil(NAMED_BY_CHANCE * trends.length),
		surviving: LEVELS.map((q) => {
			const beyond = tails.filter((_, at) => adjusted[at]! <= q);
			const fell = beyond.filter(({ lower, upper }) => lower < upper).length;
			return { q, falling: fell, rising: beyond.length - fell };
		})
	};
}
