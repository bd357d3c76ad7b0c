import type { TrendBase } from '#lib/domain/evidence/classes.ts';
import { eTest } from '#lib/domain/evidence/e-test.ts';
import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import { exactTwoWindowTest } from '#lib/domain/evidence/two-window-test.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLabel } from './base-label.ts';
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
		test: testText(trend)
	};
}

/** The exact test, and a less cautious one beside it. */
function testText({ now, base }: Trend): string {
	const inputs = [
		Math.round(now.count),
		Math.round(base.count),
		now.exposure,
		base.exposure
	] as const;
	return m.trend_test({
		p: formatDecimal(exactTwoWindowTest(...inputs)),
		eTest: formatDecimal(eTest(...inputs))
	});
}

/** "5,3 (2,1–10,9)": events per 10,000 people and year, with the exact 95 % interval. */
function rateText({ count, exposure }: { count: number; exposure: number }): string {
	const [low, high] = exactPoissonInterval(count);
	const rate = (events: number) => formatRate(ratePer10000(events, exposure));
	return `${rate(count)} (${rate(low)}–${rate(high)})`;
}
