import { chanceFell, estimateChange } from '#lib/domain/evidence/change-model.ts';
import { estimateRatio } from '#lib/domain/effect/ratio.ts';
import { funnelLimits } from '#lib/domain/evidence/funnel.ts';
import { negativeBinomialQuantile } from '#lib/domain/evidence/negative-binomial.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import { tailChance } from '#lib/domain/evidence/tail-chance.ts';
import { trendClassOf } from '#lib/domain/evidence/trend.ts';
import { atLeastByLot } from '#lib/domain/plan/backtest.ts';
import { watchPower } from '#lib/domain/watch/power.ts';
import { classLabel } from './class-label.ts';
import {
	formatCount,
	formatDecimal,
	formatNumber,
	formatProbability,
	formatRate
} from './format.ts';

/** A commune of 5,000 people with 20 cases, then 6, where a commune's year varies by 10 %. */
const [BEFORE, NOW, PEOPLE, NOISE] = [20, 6, 5000, 0.02];
/** Cases of five transformed communes and ten others, before and after. */
const TREATED = { before: [12, 7, 20, 9, 15], after: [8, 6, 11, 9, 7] };
const OTHERS = {
	before: [5, 3, 8, 2, 6, 4, 7, 3, 1, 5],
	after: [4, 4, 7, 2, 5, 5, 6, 2, 2, 5]
};

const arms = ({ before, after }: typeof TREATED) =>
	before.map((count, at) => ({ before: count, after: after[at]! }));

/** The figures of the methods' examples, computed by what computes the screen's. */
export function workedExample() {
	const windows = { now: NOW, before: BEFORE, ratio: 1, noise: NOISE };
	const chance = chanceFell(windows);
	const change = estimateChange(windows);
	const [low, high] = exactPoissonInterval(NOW);
	const rate = (count: number) => formatRate(ratePer10000(count, PEOPLE));
	const percent = (share: number) => formatCount(100 * share);
	const limits = funnelLimits(10, { years: 0.09, communes: 0.5 });
	const effect = estimateRatio(arms(TREATED), arms(OTHERS));
	const watched = { now: 30, before: 20, ratio: 0.5, noise: 0.12389 };
	const power = watchPower(watched, 0.0861);
	return {
		before: formatCount(BEFORE),
		now: formatCount(NOW),
		people: formatCount(PEOPLE),
		noise: formatDecimal(NOISE),
		rate: rate(NOW),
		low: rate(low),
		high: rate(high),
		ratio: percent(change.ratio),
		ratioLow: percent(change.low),
		ratioHigh: percent(change.high),
		chance: formatProbability(chance),
		className: classLabel({ theme: 'trend', key: trendClassOf(chance) }).toLocaleLowerCase(),
		tail: formatNumber(tailChance(windows).lower),
		funnelLow: formatCount(limits.low95),
		funnelHigh: formatCount(limits.high95),
		funnelFarHigh: formatCount(limits.high998),
		effect: formatDecimal(effect?.ratio ?? NaN),
		effectLow: formatDecimal(effect?.interval[0] ?? NaN),
		effectHigh: formatDecimal(effect?.interval[1] ?? NaN),
		watchLimit: formatCount(power.high),
		watchChance: formatProbability(power.doubling),
		forecastLow: formatCount(negativeBinomialQuantile(0.05, 7.4, 0.25)),
		forecastHigh: formatCount(negativeBinomialQuantile(0.95, 7.4, 0.25)),
		lots: formatDecimal(100 * atLeastByLot(4, 100, 10, 10))
	};
}
