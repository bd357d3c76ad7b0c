import type { YearFigure } from '#lib/domain/commune/yearly.ts';
import type { Study } from '#lib/domain/effect/study-types.ts';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import type { WatchAlarm } from '#lib/domain/watch/watch-list.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CommuneEvidence } from './evidence-wire.ts';
import { formatCount, formatDecimal, formatRate } from './format.ts';

/** How a figure came about: enough to compute it again. */
export interface Computation {
	formula: string;
	/** What went into it, each in words. */
	inputs: string[];
	/** Where the page of methods explains it. */
	anchor: string;
}

/** A trend's probability and ratio. */
export function howTrend({ now, base, prior }: Trend): Computation {
	const window = ({ count, exposure }: Trend['now']) => ({
		count: formatDecimal(count),
		exposure: formatCount(exposure)
	});
	return {
		formula: m.how_trend(),
		inputs: [
			m.how_trend_now(window(now)),
			m.how_trend_base(window(base)),
			m.how_trend_prior({ alpha: formatDecimal(prior.alpha), beta: formatCount(prior.beta) })
		],
		anchor: 'trend'
	};
}

/** A commune's yearly rates with their intervals and the smoothed line. */
export function howRates(years: readonly YearFigure[]): Computation {
	return {
		formula: m.how_rate(),
		inputs: years.flatMap(({ year, count, exposure }) =>
			exposure === undefined
				? []
				: m.how_rate_year({
						year: String(year),
						count: formatDecimal(count),
						exposure: formatCount(exposure)
					})
		),
		anchor: 'rate'
	};
}

/** A commune's place in the funnel. */
export function howFunnel({
	count,
	expected
}: NonNullable<CommuneEvidence['funnel']>): Computation {
	return {
		formula: m.how_funnel(),
		inputs: [`O = ${formatDecimal(count)}; E = ${formatDecimal(expected)}`],
		anchor: 'funnel'
	};
}

/** A study's ratio and difference. */
export function howEffect({ counts, perUnit, regression }: Study): Computation {
	return {
		formula: m.how_effect(),
		inputs: [
			m.how_effect_treated({
				before: formatCount(counts.treatedBefore),
				after: formatCount(counts.treatedAfter)
			}),
			m.how_effect_compared({
				before: formatCount(counts.comparedBefore),
				after: formatCount(counts.comparedAfter),
				count: formatCount(perUnit)
			}),
			...(regression ? [m.how_effect_regressed({ expected: formatRate(regression.expected) })] : [])
		],
		anchor: 'effect'
	};
}

/** An alarm of the watch list. */
export function howWatch({ recorded, expected, sum, threshold }: WatchAlarm): Computation {
	return {
		formula: m.how_watch(),
		inputs: [
			`Σx = ${formatCount(recorded)}; Σe = ${formatRate(expected)}`,
			`S = ${formatDecimal(sum)} > ${formatDecimal(threshold)}`
		],
		anchor: 'watch'
	};
}
