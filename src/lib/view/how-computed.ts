import type { YearFigure } from '#lib/domain/commune/yearly.ts';
import type { Study } from '#lib/domain/effect/study-types.ts';
import type { TrendQuestion } from '#lib/domain/evidence/classes.ts';
import type { FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import type { Slope } from '#lib/domain/evidence/slope.ts';
import type { Trend } from '#lib/domain/evidence/trend.ts';
import { exactTwoWindowTest } from '#lib/domain/evidence/two-window-test.ts';
import type { Window } from '#lib/domain/evidence/windows.ts';
import type { WatchEntry } from '#lib/domain/watch/watch-list.ts';
import type { Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal, formatNumber, formatRate } from './format.ts';
import { monthsText } from './month-name.ts';

/** How a figure came about: enough to compute it again. */
export interface Computation {
	formula: string;
	/** What went into it, each in words. */
	inputs: string[];
	/** Where the page of methods explains it. */
	anchor: string;
}

/** A trend's chance and ratio. */
export function howTrend(trend: Trend, question: TrendQuestion): Computation {
	const { now, base, windows, noise } = trend;
	const coefficient = {
		noise: `${formatCount(100 * Math.sqrt(noise.v))} %`,
		assumed: noise.assumed ? m.how_trend_assumed() : ''
	};
	const window = ({ count, exposure, months, from, to }: Window) => ({
		count: formatDecimal(count),
		people: formatCount(exposure),
		months: formatCount(months),
		of: formatCount(to - from + 1)
	});
	const [k1, k0] = [Math.round(now.count), Math.round(base.count)];
	return {
		formula: question === 'own' ? m.how_trend(coefficient) : m.how_trend_province(coefficient),
		inputs: [
			m.how_trend_now(window(now)),
			m.how_trend_base(window(base)),
			m.how_trend_ratio({
				ratio: formatNumber(windows.ratio),
				noise: formatNumber(windows.noise)
			}),
			m.how_trend_test({
				p: formatDecimal(exactTwoWindowTest(k1, k0, now.exposure, base.exposure))
			})
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
export function howFunnel({ count, expected }: FunnelPosition): Computation {
	return {
		formula: m.how_funnel(),
		inputs: [`O = ${formatDecimal(count)}; E = ${formatDecimal(expected)}`],
		anchor: 'funnel'
	};
}

/** A forecast. */
export function howForecast(): Computation {
	return { formula: m.how_forecast(), inputs: [], anchor: 'forecast' };
}

/** A multi-year trend. */
export function howSlope({ beta, poissonError, widening, points }: Slope): Computation {
	return {
		formula: m.how_slope(),
		inputs: [
			m.how_slope_inputs({
				beta: formatNumber(beta),
				error: formatNumber(poissonError),
				widening: formatDecimal(widening),
				years: formatCount(points)
			})
		],
		anchor: 'slope'
	};
}

/** A study's ratio; of a short history its bounds. */
export function howEffect(study: Study, calendar: Scheme): Computation | undefined {
	const { ratio, before, after, short, left } = study;
	if (short) {
		const window = monthsText(short.window, calendar);
		return { formula: m.how_effect_short({ window }), inputs: [], anchor: 'effect' };
	}
	if (!ratio || !before || !after) return undefined;
	const taken = left.filter(({ reason }) => reason === 'taken-out').length;
	const [low, high, low99, high99] = [...ratio.interval, ...ratio.interval99].map(formatNumber);
	return {
		formula: m.how_effect({
			before: monthsText(before, calendar),
			after: monthsText(after, calendar),
			controls: formatCount(study.controls.length),
			without: taken === 0 ? '' : m.how_effect_without({ count: formatCount(taken) })
		}),
		inputs: [
			m.how_effect_sums({
				treatedBefore: formatDecimal(ratio.sums.treatedBefore),
				treatedAfter: formatDecimal(ratio.sums.treatedAfter),
				controlsBefore: formatDecimal(ratio.sums.controlsBefore),
				controlsAfter: formatDecimal(ratio.sums.controlsAfter)
			}),
			m.how_effect_ratio({
				ratio: formatNumber(ratio.ratio),
				low: low!,
				high: high!,
				low99: low99!,
				high99: high99!,
				t: formatNumber(ratio.t)
			})
		],
		anchor: 'effect'
	};
}

/** A look of the watch list. */
export function howWatch({ look, power }: WatchEntry, calendar: Scheme): Computation {
	if (!look || !power) return { formula: m.how_watch(), inputs: [], anchor: 'watch' };
	return {
		formula: m.how_watch(),
		inputs: [
			m.how_watch_counts({
				base: monthsText(look.base, calendar),
				now: monthsText(look.now, calendar),
				before: formatDecimal(look.recordedBefore),
				recorded: formatDecimal(look.recorded),
				usual: formatRate(look.usual),
				ratio: formatNumber(look.windows.ratio),
				noise: formatNumber(look.windows.noise)
			}),
			m.how_watch_limits({
				high: formatCount(power.high),
				low:
					power.low === undefined
						? m.how_watch_no_low()
						: m.how_watch_low({ low: formatCount(power.low) })
			})
		],
		anchor: 'watch'
	};
}
