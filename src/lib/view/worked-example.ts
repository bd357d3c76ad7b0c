import { eTest } from '#lib/domain/evidence/e-test.ts';
import { funnelLimits } from '#lib/domain/evidence/funnel.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { probabilityFalling, trendClassOf } from '#lib/domain/evidence/trend.ts';
import { exactTwoWindowTest, largestDifferingAfter } from '#lib/domain/evidence/two-window-test.ts';
import { classLabel } from './class-label.ts';
import {
	formatCount,
	formatDecimal,
	formatProbability,
	formatRate,
	formatShare
} from './format.ts';

/** A commune of 5,000 people with 12 cases, then 7, in a province with 2.6 cases a commune and year. */
const BEFORE = { count: 12, exposure: 5000 };
const NOW = { count: 7, exposure: 5000 };
/** Communes' rates around 5.2 a year in 10,000, with a spread of the half of it. */
const PRIOR = { mean: 0.00052, alpha: 4, beta: 4 / 0.00052 };

/** The figures of the methods' example, computed by what computes the screen's. */
export function workedExample() {
	const probability = probabilityFalling(NOW, BEFORE, PRIOR);
	const [low, high] = exactPoissonInterval(NOW.count);
	const rate = (count: number) => formatRate(ratePer10000(count, NOW.exposure));
	const limits = funnelLimits(10);
	return {
		before: formatCount(BEFORE.count),
		now: formatCount(NOW.count),
		people: formatCount(NOW.exposure),
		share: formatShare((BEFORE.count - NOW.count) / BEFORE.count),
		rate: rate(NOW.count),
		low: rate(low),
		high: rate(high),
		alpha: formatDecimal(PRIOR.alpha),
		beta: formatCount(PRIOR.beta),
		probability: formatProbability(probability),
		className: classLabel({ theme: 'trend', key: trendClassOf(probability) }).toLocaleLowerCase(),
		exact: formatDecimal(exactTwoWindowTest(NOW.count, BEFORE.count)),
		second: formatDecimal(eTest(NOW.count, BEFORE.count)),
		twelveNeeds: formatCount(largestDifferingAfter(12) ?? 0),
		twentyNeeds: formatCount(largestDifferingAfter(20) ?? 0),
		funnelLow: formatCount(limits.low95),
		funnelHigh: formatCount(limits.high95),
		funnelFarLow: formatCount(limits.low998),
		funnelFarHigh: formatCount(limits.high998)
	};
}
