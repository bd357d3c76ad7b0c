import type { TrendBase } from '#lib/domain/evidence/classes.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import { exactTwoWindowTest } from '#lib/domain/evidence/two-window-test.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from './class-label.ts';
import { comparisonText } from './comparison.ts';
import { formatCount, formatDecimal, formatProbability, formatRate } from './format.ts';

/** A commune's trend in words and plain figures. */
export interface TrendFacts {
	className: string;
	/** "12 → 7 vụ, giảm …". */
	change: string;
	/** "Khả năng giảm thật: 86 %", or that the data does not say. */
	evidence: string;
	rates: { now: string; base: string };
	test: string;
}

/** The base in words, to follow "so với": "cùng kỳ". */
export function baseLabel(base: TrendBase): string {
	switch (base) {
		case 'same-period':
			return m.base_same_period();
		case 'three-years':
			return m.base_three_years();
		case 'before-approval':
			return m.base_before_approval();
	}
}

/** @param base what `trend` was computed against; three years are shown as their yearly mean */
export function trendFacts(trend: Trend, base: TrendBase): TrendFacts {
	const years = base === 'three-years' ? 3 : 1;
	const before = trend.base.count / years;
	const unclear = trend.class === 'unclear';
	const falling = trend.probabilityFalling >= 0.5;
	const probability = formatProbability(
		falling ? trend.probabilityFalling : 1 - trend.probabilityFalling
	);
	return {
		className: classLabel({ theme: 'trend', key: trend.class }),
		change: m.trend_change({
			before: years === 1 ? formatCount(before) : formatDecimal(before),
			now: formatCount(trend.now.count),
			comparison: comparisonText(trend.now.count, before, baseLabel(base))
		}),
		evidence: unclear
			? m.trend_evidence_none({ probability })
			: falling
				? m.trend_evidence_falling({ probability })
				: m.trend_evidence_rising({ probability }),
		rates: { now: rateText(trend.now), base: rateText(trend.base) },
		test: m.trend_test({
			p: formatDecimal(
				exactTwoWindowTest(
					Math.round(trend.now.count),
					Math.round(trend.base.count),
					trend.now.exposure,
					trend.base.exposure
				)
			)
		})
	};
}

/** "5,3 (2,1–10,9)": events per 10,000 people and year, with the exact 95 % interval. */
function rateText({ count, exposure }: { count: number; exposure: number }): string {
	const [low, high] = exactPoissonInterval(count);
	const rate = (events: number) => formatRate(ratePer10000(events, exposure));
	return `${rate(count)} (${rate(low)}–${rate(high)})`;
}
