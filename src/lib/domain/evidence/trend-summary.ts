import type { TrendClass } from './classes.ts';
import { binomialProbability, exactTwoWindowTest } from './two-window-test.ts';
import { adjustForFalseDiscovery } from './false-discovery.ts';
import {
	priorOf,
	probabilityFalling,
	trendClassOf,
	type Trend,
	type TrendResult
} from './trend.ts';
import type { GammaPrior } from './smoothing.ts';

/** How much of a map of trends is more than chance. */
export interface TrendSummary {
	/** Communes with a trend. */
	judged: number;
	falling: number;
	rising: number;
	/** Communes that would be called so if no rate had changed anywhere. */
	fallingByChance: number;
	risingByChance: number;
	/** Communes whose exact test survives Benjamini–Hochberg, at q = 0.05 and 0.20. */
	surviving: { q: number; falling: number; rising: number }[];
}

const LEVELS = [0.05, 0.2];

/** Sums up the trends of one month. */
export function summariseTrends(results: readonly TrendResult[]): TrendSummary {
	const trends = results.flatMap((result) => ('trend' in result ? [result.trend] : []));
	const prior = priorOf(trends);
	const chances = trends.map((trend) => chanceOf(trend, prior));
	const adjusted = adjustForFalseDiscovery(trends.map(testOf));
	const count = (of: TrendClass) => trends.filter((trend) => trend.class === of).length;
	return {
		judged: trends.length,
		falling: count('falling'),
		rising: count('rising'),
		fallingByChance: chances.reduce((sum, chance) => sum + chance.falling, 0),
		risingByChance: chances.reduce((sum, chance) => sum + chance.rising, 0),
		surviving: LEVELS.map((q) => {
			const beyond = trends.filter((_, at) => adjusted[at]! <= q);
			const falling = beyond.filter((trend) => trend.probabilityFalling > 0.5).length;
			return { q, falling, rising: beyond.length - falling };
		})
	};
}

function testOf({ now, base }: Trend): number {
	return exactTwoWindowTest(
		Math.round(now.count),
		Math.round(base.count),
		now.exposure,
		base.exposure
	);
}

/**
 * Probability that a commune with as many events in both windows together is called falling or rising
 * although its rate is the same in both: all ways to divide the events, each with its class.
 */
function chanceOf({ now, base }: Trend, prior: GammaPrior): { falling: number; rising: number } {
	const events = Math.round(now.count + base.count);
	const share = now.exposure / (now.exposure + base.exposure);
	const chance = { falling: 0, rising: 0 };
	for (let count = 0; count <= events; count++) {
		const called = trendClassOf(
			probabilityFalling({ ...now, count }, { ...base, count: events - count }, prior)
		);
		if (called === 'falling' || called === 'rising') {
			chance[called] += binomialProbability(count, events, share);
		}
	}
	return chance;
}
